/** What is made when it is first asked for, and then kept: a server answers its client before it has anything to read. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** What is made when it is first asked for, out of the last one made before it. */
export interface Successive<T> {
  readonly value: () => T;
  /** The last one made so far, be it this one or an earlier one; null where there is none. */
  readonly latest: () => T | null;
}

/** Those before that nobody has asked for are not kept. */
export function successive<T>(before: Successive<T> | null, make: (last: T | null) => T): Successive<T> {
  let latest: T | null = before?.latest() ?? null;
  const value = once(() => {
    const made = make(latest);
    latest = made;
    return made;
  });
  return { value, latest: () => latest };
}

/**
 * An object with properties that are made when they are first asked for. All such objects have the same getters: V8 keeps those
 * that are an object's own, and whatever they lead to, with its hidden class, which goes much later than the object.
 */
export function lazily<T extends object, L extends object>(
  given: T,
  make: { readonly [K in keyof L]: () => L[K] },
): T & L {
  Object.defineProperty(given, MAKE, { value: make });
  for (const name in make) Object.defineProperty(given, name, getterOf(name));
  return given as T & L;
}

const MAKE = Symbol('make');
const getters = new Map<string, PropertyDescriptor>();

function getterOf(name: string): PropertyDescriptor {
  const known = getters.get(name);
  if (known) return known;
  const getter = {
    enumerable: true,
    get(this: { readonly [MAKE]: Readonly<Record<string, () => unknown>> }) {
      return this[MAKE][name]!();
    },
  };
  getters.set(name, getter);
  return getter;
}
