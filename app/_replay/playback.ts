import type { Moment, Timeline } from './timeline.ts';

/** Time as a playback has it. */
export interface Clock {
  now(): number;
  /** Calls `wake` once, not sooner than in so many milliseconds. Answers what calls that off. */
  after(ms: number, wake: () => void): () => void;
}

/** Where the moments are seen. */
export interface Stage {
  clear(): void;
  show(moment: Moment): void;
}

export interface PlaybackView {
  readonly isPlaying: boolean;
  readonly isOver: boolean;
  readonly positionMs: number;
  readonly speed: number;
}

/** Between two moments the position is told this often. */
const tickMs = 100;

/** Shows a timeline as it went. Each position is worked out from the clock anew, so that late timers add up to nothing. */
export class Playback {
  private position = 0;
  private speed = 1;
  private shown = 0;
  /** Since when, and from where, it plays; null while it is paused. */
  private since: { readonly at: number; readonly position: number } | null = null;
  private callOff: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();
  private view: PlaybackView = { isPlaying: false, isOver: false, positionMs: 0, speed: 1 };

  constructor(
    private readonly timeline: Timeline,
    private readonly stage: Stage,
    private readonly clock: Clock,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): PlaybackView => this.view;

  /** From where it stands; from the beginning when it is over. */
  play(): void {
    if (this.since) return;
    if (this.position >= this.timeline.lengthMs) this.goTo(0);
    this.since = { at: this.clock.now(), position: this.position };
    this.step();
  }

  pause(): void {
    this.follow();
    this.stop();
    this.tell();
  }

  toggle(): void {
    if (this.since) this.pause();
    else this.play();
  }

  /** Shows everything that had come by then, and goes on from there if it plays. */
  seek(positionMs: number): void {
    this.goTo(Math.min(Math.max(0, positionMs), this.timeline.lengthMs));
    this.restart();
  }

  setSpeed(speed: number): void {
    this.follow();
    this.speed = speed;
    this.restart();
  }

  private restart(): void {
    this.callOff();
    if (this.since) this.since = { at: this.clock.now(), position: this.position };
    this.step();
  }

  private step(): void {
    this.follow();
    if (this.position >= this.timeline.lengthMs) this.stop();
    if (this.since) this.callOff = this.clock.after(this.nextWakeMs(), () => this.step());
    this.tell();
  }

  private nextWakeMs(): number {
    const next = this.timeline.moments[this.shown]?.at ?? this.timeline.lengthMs;
    return Math.min(tickMs, Math.max(0, next - this.position) / this.speed);
  }

  private follow(): void {
    if (!this.since) return;
    const passed = (this.clock.now() - this.since.at) * this.speed;
    this.goTo(Math.min(this.since.position + passed, this.timeline.lengthMs));
  }

  private goTo(position: number): void {
    if (position < this.position) {
      this.stage.clear();
      this.shown = 0;
    }
    this.position = position;
    const { moments } = this.timeline;
    for (let next = moments[this.shown]; next && next.at <= position; next = moments[this.shown]) {
      this.stage.show(next);
      this.shown += 1;
    }
  }

  private stop(): void {
    this.callOff();
    this.since = null;
  }

  private tell(): void {
    const { position: positionMs, speed } = this;
    const isOver = positionMs >= this.timeline.lengthMs;
    this.view = { isPlaying: this.since !== null, isOver, positionMs, speed };
    for (const listener of this.listeners) listener();
  }
}
