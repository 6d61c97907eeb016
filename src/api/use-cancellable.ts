import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** A request that is sent by hand and given up by a press of a button; leaving the page gives it up, too. */
export function useCancellable<Input, Answer>(send: (input: Input, signal: AbortSignal) => Promise<Answer>) {
  const controller = useRef<AbortController>(null);
  const mutation = useMutation({
    mutationFn(input: Input) {
      controller.current = new AbortController();
      return send(input, controller.current.signal);
    },
  });
  useEffect(() => () => controller.current?.abort(), []);
  const { reset } = mutation;
  const cancel = (press: { preventDefault: () => void }) => {
    // The same button is the one that sends before this press is over.
    press.preventDefault();
    controller.current?.abort();
    reset();
  };
  return { ...mutation, cancel };
}
