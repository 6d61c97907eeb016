import { ApiProblem } from '../../../../api/request.ts';
import { useFieldError } from '../../../../parts/field-error.ts';

/** Finds the sentence for a value of a body that was refused, by its JSON pointer. */
export function useAnswerErrors(error: unknown): (pointer: string) => string | undefined {
  const fieldError = useFieldError();
  const refused = error instanceof ApiProblem ? error.fields : [];
  return (pointer) => {
    const code = refused.find((field) => field.pointer === pointer)?.code;
    return fieldError(code === undefined ? undefined : { type: 'server', message: code });
  };
}
