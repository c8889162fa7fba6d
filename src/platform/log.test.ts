import { describe, expect, test } from 'vitest';
import { describeFault } from './faults.ts';
import { createLog, type Log } from './log.ts';

const written = (act: (log: ReturnType<typeof createLog>) => void, readable = false): string => {
  let text = '';
  act(
    createLog({
      level: 'info',
      readable,
      write: (line) => {
        text += line;
      },
    }),
  );
  return text;
};

describe('the log', () => {
  test('is one JSON object a line, with time and level as words', () => {
    const line = JSON.parse(written((log) => log.info({ route: '/complaints/:id' }, 'request')));
    expect(line).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), route: '/complaints/:id', msg: 'request' });
  });

  test('keeps quiet below its level', () => {
    expect(written((log) => log.debug('detail'))).toBe('');
  });

  test.each(['name', 'email', 'phone', 'password', 'receiptCode', 'body'])(
    'removes %s wherever it was passed by mistake',
    (field) => {
      const deep = { [field]: 'kfq72x', a: { [field]: 'kfq72x', b: [{ [field]: 'kfq72x' }] } };
      const text = written((log) => log.warn(deep, 'oops'));
      expect(text).not.toContain('kfq72x');
      expect(text).toContain('[removed]');
    },
  );

  test('describes an error of the database without the values it quotes', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "kfq72x"'), {
      code: '22P02',
      severity: 'ERROR',
      routine: 'string_to_uuid',
      detail: 'Failing row contains (kfq72x).',
    });
    for (const act of [
      (log: Log) => log.error({ err: error }, 'fault'),
      (log: Log) => log.error({ fault: describeFault(error) }, 'fault'),
      (log: Log) => log.error(error),
    ]) {
      const text = written(act);
      expect(text).not.toContain('kfq72x');
      expect(text).toContain('22P02');
    }
  });

  test('is readable at a terminal', () => {
    expect(written((log) => log.warn({ part: 'queue', n: 2 }, 'slow'), true)).toMatch(
      /^\d\d:\d\d:\d\d warn {2}slow part=queue n=2\n$/,
    );
  });
});
