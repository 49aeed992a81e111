import { Examiner, type ExaminerAnswer } from '../../src/pipeline/ports/examiner.js';

/** An examiner that says when it has been asked and answers when the test lets it. */
export class Gate extends Examiner {
  readonly entered: Promise<void>;
  private enter: () => void = () => undefined;
  private letGo: (answer: ExaminerAnswer) => void = () => undefined;
  private readonly answered: Promise<ExaminerAnswer>;

  constructor(private readonly answer: ExaminerAnswer) {
    super();
    this.entered = new Promise((resolve) => (this.enter = resolve));
    this.answered = new Promise((resolve) => (this.letGo = resolve));
  }

  open(): void {
    this.letGo(this.answer);
  }

  examine(): Promise<ExaminerAnswer> {
    this.enter();
    return this.answered;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
