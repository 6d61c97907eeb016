import { useEffect, useEffectEvent, useRef } from 'react';

/** Lets what is pressed while a form is being sent begin once that is done, so that it finds what was stored. */
export function useAfterSubmit<T>(isSubmitting: boolean, run: (values: T) => Promise<void>): (values: T) => Promise<void> {
  const pressed = useRef<{ values: T } | null>(null);
  const onSent = useEffectEvent(run);
  useEffect(() => {
    if (isSubmitting || !pressed.current) return;
    const { values } = pressed.current;
    pressed.current = null;
    void onSent(values);
  }, [isSubmitting]);
  return async (values) => {
    if (isSubmitting) pressed.current = { values };
    else await run(values);
  };
}
