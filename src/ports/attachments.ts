/** A file that somebody gave, as Discord describes it before it is fetched. */
export type GivenFile = {
  readonly name: string;
  /** Bytes, as Discord counts them. */
  readonly size: number;
  readonly url: string;
};

/** The files that people give with commands. */
export interface Attachments {
  /**
   * @param largest - bytes; what says that it is larger is not asked for, what turns out to be is not read on
   * @throws FileTooLarge, FileUnreachable
   */
  fetch(file: GivenFile, largest: number, signal: AbortSignal): Promise<Uint8Array>;
}
