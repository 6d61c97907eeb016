const hidden = '[hidden]';

/**
 * A password, a secret, a code or a token in clear, from where it comes in to where it is sent, sealed or hashed. However it is printed, it is `[hidden]`:
 * in a template, as JSON, in a log, in the console of a debugger. A copy of it is empty.
 */
export class Confidential {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The one way out. The house knows which files may call it: those that send, seal, hash or read it. */
  reveal(): string {
    return this.#value;
  }

  get isEmpty(): boolean {
    return this.#value === '';
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [Symbol.toPrimitive](): string {
    return hidden;
  }

  get [Symbol.toStringTag](): string {
    return hidden;
  }

  // What console.log and util.inspect print on Node.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return hidden;
  }
}
