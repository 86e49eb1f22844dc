import type { Place } from './place.ts';

export interface TurnSettings {
  /** As many runs as the machine can give what their limits promise. */
  readonly width: number;
  /** How many runs may have begun beyond those, the one on trial and those set aside. */
  readonly asideMax: number;
  readonly trialMs: number;
}

/**
 * The right to run. Who finds every turn taken may begin all the same, one at a time, on trial: most runs are short, and need
 * not wait for long ones. A run that is not over after its trial is set aside: it gets the CPU that nobody else
 * wants, its clock stands still, and a turn that becomes free is given to the one that has been aside longest.
 */
export class Turns {
  private readonly holders = new Set<Place>();
  private readonly aside = new Set<Place>();
  private onTrial: Place | null = null;

  constructor(
    private readonly settings: TurnSettings,
    /** Told when there may be room that is not of a run that ended. */
    private readonly onRoom: () => void,
  ) {}

  /** All that run. */
  get count(): number {
    return this.holders.size + this.begun;
  }

  /** Whether somebody may begin now, with a turn or on trial. */
  get hasRoom(): boolean {
    return this.hasTurn || (this.onTrial === null && this.begun < this.settings.asideMax);
  }

  /** To be called only when there is room. */
  give(place: Place): void {
    if (this.hasTurn) {
      this.grant(place);
      return;
    }
    this.onTrial = place;
    place.standAs('trial');
  }

  /** A place on trial begins to use it. */
  time(place: Place): void {
    if (place === this.onTrial) setTimeout(() => this.setAside(place), this.settings.trialMs).unref();
  }

  takeBack(place: Place): void {
    this.holders.delete(place);
    this.aside.delete(place);
    if (place === this.onTrial) this.onTrial = null;
    const [first] = this.aside;
    const next = first ?? this.onTrial;
    if (next === null || !this.hasTurn) return;
    this.aside.delete(next);
    if (next === this.onTrial) this.onTrial = null;
    this.grant(next);
  }

  private get hasTurn(): boolean {
    return this.holders.size < this.settings.width;
  }

  private get begun(): number {
    return this.aside.size + (this.onTrial ? 1 : 0);
  }

  private grant(place: Place): void {
    this.holders.add(place);
    place.standAs('turn');
  }

  private setAside(place: Place): void {
    if (place !== this.onTrial) return;
    this.onTrial = null;
    this.aside.add(place);
    place.standAs('aside');
    this.onRoom();
  }
}
