export const exposures = {
  title: (measured: string, programme: string) => `## Hedge ratio: book ${measured}, programme ${programme}`,
  formula:
    '0.60 × calls of the first three hedge expirations ÷ condors: 4/4/2 calls for ten condors are 0.60.',
  notFed:
    'The programme ratio is what the rules have adopted; the book is measured beside it and moves nothing.',
};
