/// <reference types="vite/client" />
/// <reference types="msw/vite/client" />

declare const __MOCKS__: boolean;

declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
