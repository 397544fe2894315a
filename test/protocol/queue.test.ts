import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQueue } from '../../server/src/protocol/queue.ts';

test('addresses come out in the order in which they went in, each once', () => {
  const address = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const act = fc.oneof(
    fc.record({ does: fc.constantFrom('add', 'delete'), address }),
    fc.record({ does: fc.constantFrom('take', 'take', 'clear'), address: fc.constant('') }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), acts => {
      const queue = createQueue();
      let expected: string[] = [];
      for (const { does, address } of acts) {
        if (does === 'take') expect(queue.take()).toBe(expected.shift() ?? null);
        else if (does === 'clear') {
          queue.clear();
          expected = [];
        } else if (does === 'add') {
          queue.add(address);
          if (!expected.includes(address)) expected.push(address);
        } else {
          expect(queue.delete(address)).toBe(expected.includes(address));
          expected = expected.filter(one => one !== address);
        }
        expect([...queue]).toEqual(expected);
        expect(queue.size).toBe(expected.length);
      }
    }),
    { numRuns: 500 },
  );
});
