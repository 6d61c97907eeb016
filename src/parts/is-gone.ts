import { ApiProblem } from '../api/request.ts';

/** Was what this form is for deleted, so that a save was refused? */
export function isGone(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && (error.problem === 'deleted' || error.problem === 'not-found');
}
