import { expect, test } from 'vitest';
import { pause } from '../../server/src/hosts/pause.ts';

test('of several who pause each goes on in a turn of its own, in order', async () => {
  let turn = 0;
  let isOver = false;
  const count = () => {
    turn++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const wentOn: (readonly [name: string, turn: number])[] = [];
  const work = async (name: string) => {
    for (let n = 0; n < 3; n++) {
      await pause();
      wentOn.push([name, turn]);
    }
  };
  await Promise.all([work('a'), work('b'), work('c')]);
  isOver = true;
  expect(wentOn.map(([name]) => name).join('')).toBe('abcabcabc');
  expect(new Set(wentOn.map(([, at]) => at)).size).toBe(9);
});
