import { useEffect, useRef, type RefObject } from 'react';

/** After a form was sent the focus is in the first field on the page that is wrong, whichever was there first. */
export function useFocusOnError(submitCount: number): RefObject<HTMLFormElement | null> {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (submitCount > 0) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [submitCount]);
  return element;
}
