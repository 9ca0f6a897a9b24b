// A bell that any number of waiters can wait for: each `ring` frees those who wait at that moment.

export class Wake {
  #bell: PromiseWithResolvers<void> | undefined;

  next(): Promise<void> {
    this.#bell ??= Promise.withResolvers();
    return this.#bell.promise;
  }

  ring(): void {
    const bell = this.#bell;
    this.#bell = undefined;
    bell?.resolve();
  }
}
