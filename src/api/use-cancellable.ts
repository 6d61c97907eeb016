import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** A request that is sent by hand and can be given up; leaving the page gives it up. */
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
  const cancel = () => {
    controller.current?.abort();
    reset();
  };
  return { ...mutation, cancel };
}
