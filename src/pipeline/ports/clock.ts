/** The time, so that nothing else asks the machine for it. */
export abstract class Clock {
  abstract now(): Date;
}
