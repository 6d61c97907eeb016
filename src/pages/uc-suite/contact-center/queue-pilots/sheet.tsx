export { NotFound as Component } from '../../../../parts/frame/not-found.tsx';
