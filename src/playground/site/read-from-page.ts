import { isObject, numberOf, objectOf, objectsOf, parseJson, textOf, textsOf } from '#playground/json.ts';
import type { ApiObject, FromPage } from '#playground/page-protocol.ts';
import type { PlaybackRequest } from '#playground/playback.ts';

/** What a page asks for; `undefined` when it cannot be understood. */
export function readFromPage(text: string): FromPage | undefined {
  const frame = parseJson(text);
  if (!isObject(frame)) {
    return undefined;
  }
  const ref = textOf(frame, 'ref');
  if (ref === undefined) {
    return undefined;
  }
  if (textOf(frame, 'type') === 'playback') {
    const request = playbackRequest(objectOf(frame, 'request'));
    return request && { type: 'playback', ref, request };
  }
  return readAct(frame, ref);
}

function readAct(frame: ApiObject, ref: string): FromPage | undefined {
  const text = (key: string): string => textOf(frame, key) ?? '';
  const acting = { ref, userId: text('userId'), channelId: text('channelId') };
  const type = text('type');
  switch (type) {
    case 'command':
    case 'autocomplete':
      return { type, ...acting, commandId: text('commandId'), options: objectsOf(frame, 'options') };
    case 'component':
      return {
        type,
        ...acting,
        messageId: text('messageId'),
        customId: text('customId'),
        componentType: numberOf(frame, 'componentType') ?? 0,
        ...(Array.isArray(frame['values']) && { values: textsOf(frame, 'values') }),
      };
    case 'modal-submit':
      return { type, ...acting, customId: text('customId'), components: objectsOf(frame, 'components') };
    default:
      return undefined;
  }
}

function playbackRequest(request: ApiObject | undefined): PlaybackRequest | undefined {
  const action = textOf(request, 'action');
  switch (action) {
    case 'pause':
    case 'resume':
    case 'step':
    case 'restart':
    case 'continue':
      return { action };
    case 'speed': {
      const speed = numberOf(request, 'speed');
      return speed === undefined ? undefined : { action, speed };
    }
    case 'episode': {
      const episode = textOf(request, 'episode');
      return episode === undefined ? undefined : { action, episode };
    }
    default:
      return undefined;
  }
}
