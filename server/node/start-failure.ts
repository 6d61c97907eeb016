/** What keeps the program from starting, as one sentence that says what to do. */
export class StartFailure extends Error {}
