import { z } from 'zod';
import { ExecuteRequest } from '#protocol/execute.ts';
import { maxTests, testShape } from '#protocol/judge.ts';
import type { LimitRange, LimitRanges } from '#protocol/limits.ts';
import type { OperatorRanges } from '../runs/limits.ts';

/**
 * The body of `POST /execute` with what this server's operator lets a request ask for. For those who read it: the door
 * itself parses with `ExecuteRequest`, since only planning knows the language.
 */
export function describedBody({ run, compile }: OperatorRanges): z.ZodType {
  const { floor, default: usual, cap } = run.wallMs;
  const seconds = (ms: number) => ms / 1000;
  const ofTest = z.strictObject({ ...testShape, limits: limitsWithin(run, within).optional() });
  return ExecuteRequest.extend({
    // A client that fills in defaults by itself would send this beside `limits.wall_ms`, and both at once are refused.
    timeout_sec: z
      .number()
      .min(seconds(floor))
      .max(seconds(cap))
      .optional()
      .describe(`The same as \`limits.wall_ms\` in seconds, ${seconds(usual)} by default: send one of them.`),
    limits: limitsWithin(run, withDefault).describe('A language may have other defaults: see `/languages`.'),
    compile_limits: limitsWithin(compile, withDefault).optional(),
    tests: z.array(ofTest).max(maxTests).optional(),
  });
}

const within = ({ floor, cap }: LimitRange) => z.number().int().min(floor).max(cap).optional();
const withDefault = (range: LimitRange) => within(range).default(range.default);

function limitsWithin(ranges: LimitRanges, limit: (range: LimitRange) => z.ZodType) {
  return z.strictObject({
    wall_ms: limit(ranges.wallMs),
    cpu_ms: limit(ranges.cpuMs),
    memory_bytes: limit(ranges.memoryBytes),
    output_bytes: limit(ranges.outputBytes),
    processes: limit(ranges.processes),
    open_files: limit(ranges.openFiles),
    file_bytes: limit(ranges.fileBytes),
  });
}
