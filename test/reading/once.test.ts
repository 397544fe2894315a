import { expect, test } from 'vitest';
import { lazily, once, type Successive, successive } from '../../server/src/reading/once.ts';

test('what is made lazily is made when it is asked for, and is the object’s own', () => {
  const asked: string[] = [];
  const make = (name: string) =>
    lazily<{ name: string }, { length: number; first: string }>(
      { name },
      {
        length: once(() => asked.push(name)),
        first: () => name.charAt(0),
      },
    );
  const [one, other] = [make('Jan'), make('Eva')];
  expect(asked).toEqual([]);
  expect([other.length, other.length, one.length]).toEqual([1, 1, 2]);
  expect(asked).toEqual(['Eva', 'Jan']);
  expect({ ...one }).toEqual({ name: 'Jan', length: 2, first: 'J' });
  expect(JSON.stringify(other)).toBe('{"name":"Eva","length":1,"first":"E"}');
});

test('all that is made so has the same getters, which V8 keeps longer than the objects', () => {
  const getters = ['a', 'b'].map(
    name => Object.getOwnPropertyDescriptor(lazily({}, { made: () => name }), 'made')!.get,
  );
  expect(getters[0]).toBe(getters[1]);
});

test('one after the other is made out of the last that somebody asked for', () => {
  const after = (before: Successive<string> | null, name: string) =>
    successive(before, (last: string | null) => `${last ?? ''}${name}`);
  const first = after(null, 'a');
  const second = after(first, 'b');
  expect([second.latest(), second.value(), second.latest()]).toEqual([null, 'b', 'b']);
  const fourth = after(after(second, 'c'), 'd');
  expect([fourth.latest(), fourth.value(), fourth.value(), first.value()]).toEqual(['b', 'bd', 'bd', 'a']);
});
