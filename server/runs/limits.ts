import type { LimitRange, LimitRanges, Limits } from '#protocol/limits.ts';
import { writableBytes } from '../sandbox/sandbox.ts';
import { type LimitExcess, LimitRefused } from './refused.ts';

const MiB = 1024 * 1024;

/** The operator's figures that limits are made of, in the names of the settings. */
export interface LimitSettings {
  readonly RUN_TIME_MS: number;
  readonly RUN_TIME_CAP_MS: number;
  readonly RUN_MEMORY_BYTES: number;
  readonly RUN_MEMORY_CAP_BYTES: number;
  readonly RUN_OUTPUT_BYTES: number;
  readonly RUN_OUTPUT_CAP_BYTES: number;
  readonly RUN_PROCESSES: number;
  readonly RUN_PROCESSES_CAP: number;
  readonly COMPILE_TIME_MS: number;
  readonly COMPILE_TIME_CAP_MS: number;
  readonly COMPILE_MEMORY_BYTES: number;
  readonly COMPILE_MEMORY_CAP_BYTES: number;
}

/** What a request asks for, or a language's manifest says of its needs; the operator's caps hold for both. */
export type AskedLimits = { readonly [Name in keyof Limits]?: number | undefined };

/** Below these a step cannot even begin in any language. */
const floors: Limits = {
  wallMs: 100,
  cpuMs: 100,
  memoryBytes: 16 * MiB,
  outputBytes: 1024,
  processes: 1,
  openFiles: 32,
  fileBytes: 1024,
};

/** The work folder's size is the cap of a file's: a larger file could not be written anyway. */
const workFolderBytes = writableBytes['/work'];

/** What the operator lets any request ask for. A language may have defaults of its own. */
export interface OperatorRanges {
  readonly run: LimitRanges;
  readonly compile: LimitRanges;
}

export function operatorRanges(settings: LimitSettings): OperatorRanges {
  return { run: runRanges(settings, {}), compile: compileRanges(settings, {}) };
}

export function runRanges(settings: LimitSettings, language: AskedLimits): LimitRanges {
  return rangesOf(language, {
    wallMs: [settings.RUN_TIME_MS, settings.RUN_TIME_CAP_MS],
    cpuMs: [settings.RUN_TIME_MS, settings.RUN_TIME_CAP_MS],
    memoryBytes: [settings.RUN_MEMORY_BYTES, settings.RUN_MEMORY_CAP_BYTES],
    outputBytes: [settings.RUN_OUTPUT_BYTES, settings.RUN_OUTPUT_CAP_BYTES],
    processes: [settings.RUN_PROCESSES, settings.RUN_PROCESSES_CAP],
    openFiles: [256, 1024],
    fileBytes: [workFolderBytes, workFolderBytes],
  });
}

export function compileRanges(settings: LimitSettings, language: AskedLimits): LimitRanges {
  return rangesOf(language, {
    wallMs: [settings.COMPILE_TIME_MS, settings.COMPILE_TIME_CAP_MS],
    cpuMs: [settings.COMPILE_TIME_MS, settings.COMPILE_TIME_CAP_MS],
    memoryBytes: [settings.COMPILE_MEMORY_BYTES, settings.COMPILE_MEMORY_CAP_BYTES],
    outputBytes: [settings.RUN_OUTPUT_BYTES, settings.RUN_OUTPUT_CAP_BYTES],
    processes: [settings.RUN_PROCESSES, settings.RUN_PROCESSES_CAP],
    openFiles: [256, 1024],
    fileBytes: [workFolderBytes, workFolderBytes],
  });
}

/** The limits of one step: what was asked, else the default. Throws `LimitRefused` below a floor or above a cap. */
export function settleLimits(asked: AskedLimits, ranges: LimitRanges, group: LimitExcess['group']): Limits {
  const settle = (limit: keyof Limits): number => {
    const { floor, default: fallback, cap } = ranges[limit];
    const value = asked[limit] ?? fallback;
    if (value < floor) throw new LimitRefused({ group, limit, bound: 'floor', value: floor });
    if (value > cap) throw new LimitRefused({ group, limit, bound: 'cap', value: cap });
    return value;
  };
  return {
    wallMs: settle('wallMs'),
    cpuMs: settle('cpuMs'),
    memoryBytes: settle('memoryBytes'),
    outputBytes: settle('outputBytes'),
    processes: settle('processes'),
    openFiles: settle('openFiles'),
    fileBytes: settle('fileBytes'),
  };
}

type Figures = { readonly [Name in keyof Limits]: readonly [fallback: number, cap: number] };

function rangesOf(language: AskedLimits, figures: Figures): LimitRanges {
  const range = (name: keyof Limits): LimitRange => {
    const [fallback, cap] = figures[name];
    return { floor: floors[name], default: Math.min(language[name] ?? fallback, cap), cap };
  };
  return {
    wallMs: range('wallMs'),
    cpuMs: range('cpuMs'),
    memoryBytes: range('memoryBytes'),
    outputBytes: range('outputBytes'),
    processes: range('processes'),
    openFiles: range('openFiles'),
    fileBytes: range('fileBytes'),
  };
}
