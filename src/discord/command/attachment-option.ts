import { z } from 'zod';

/** What Discord says of a file that somebody gave with a command: bytes, and where it is fetched. */
export const attachmentOption = z.object({
  id: z.string(),
  name: z.string(),
  /** Bytes, as Discord counts them. */
  size: z.int().nonnegative(),
  url: z.string(),
});
