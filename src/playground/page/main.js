// @ts-check
/**
 * @import { ApiObject, PageMessage, ToPage } from '../page-protocol.ts'
 * @import { Invocation } from './commands.js'
 * @import { PageState } from './state.js'
 */
import { invocationsOf, nestOptions } from './commands.js';
import { Composer } from './composer.js';
import { byId, freshId } from './element.js';
import { createInteractions } from './interactions.js';
import { MessageList } from './message-list.js';
import { openModal } from './modal.js';
import { PersonSwitch } from './person-switch.js';
import { PlaybackBar } from './playback-bar.js';
import { createPresses, createScene } from './scene.js';
import { Shell, showMembers, showPlace } from './shell.js';
import { openSocket } from './socket.js';
import { applyEvent, emptyState, putMessage, removeMessage, visibleMessages } from './state.js';
import { refreshRelativeTimes } from './timestamp.js';
import { botUser, nameOfUser } from './people.js';

/** Milliseconds between two looks at "in 3 hours" and its like. */
const RELATIVE_TIME_REFRESH = 10_000;

const state = emptyState();
const interactions = createInteractions((event) => socket.send(event));
const presses = createPresses(state, interactions, { changed: showMessages, openModal: showModal });
const scene = createScene(state, {
  openChannel,
  press: presses.press,
  pressState: presses.stateOf,
  dismiss(messageId) {
    state.dismissed.add(messageId);
    showMessages();
    composer.focus();
  },
});
const shell = new Shell(() => composer.openCommands());
const messageList = new MessageList(scene);
const composer = new Composer({
  scene,
  invocations: () => invocationsOf(state.commands),
  run: runCommand,
  complete: (invocation, options, outcome) =>
    void interactions.ask({ type: 'autocomplete', ...target(invocation, options) }, outcome),
});
const person = new PersonSwitch((userId) => {
  state.userId = userId;
  showAll();
});
const playback = new PlaybackBar((request, failed) => {
  interactions.ask({ type: 'playback', request }, { failed });
});
const socket = openSocket({ receive, connection: showConnection });

setInterval(() => refreshRelativeTimes(byId('messages', HTMLElement), scene.now()), RELATIVE_TIME_REFRESH);

/** @param {ToPage} event */
function receive(event) {
  if (event.type === 'message') {
    presses.forget(event.message.id);
  }
  applyEvent(state, event);
  interactions.receive(event);
  if (event.type === 'playback') {
    playback.show(state.playback);
  } else if (event.type === 'message') {
    showMessages();
    showPlace(state, openChannel);
    if (event.channelId === state.channelId) {
      shell.announce(event.message.id);
    }
  } else if (!('ref' in event)) {
    showAll();
  }
}

function showAll() {
  showPlace(state, openChannel);
  showMembers(state);
  showMessages();
  person.show(state.users, state.userId);
  playback.show(state.playback);
  composer.setChannel(scene.channelName(state.channelId) ?? '');
}

function showMessages() {
  messageList.show(state.channelId, visibleMessages(state));
}

/** @param {'open' | 'lost'} connection */
function showConnection(connection) {
  shell.showConnection(connection);
  if (connection === 'lost') {
    interactions.drop();
  }
}

/** @param {string} channelId */
function openChannel(channelId) {
  state.channelId = channelId;
  state.unread.delete(channelId);
  shell.closeSidebar();
  showAll();
}

/**
 * @param {Invocation} invocation
 * @param {readonly ApiObject[]} options
 */
function target(invocation, options) {
  const { userId, channelId } = state;
  return { userId, channelId, commandId: invocation.commandId, options: nestOptions(invocation, options) };
}

/**
 * Sends a command and shows the attempt in the channel until the bot's own answer takes its place.
 *
 * @param {Invocation} invocation
 * @param {readonly ApiObject[]} options
 */
function runCommand(invocation, options) {
  const { userId, channelId } = state;
  const attempt = attemptOf(state, invocation.name);
  putMessage(state, channelId, attempt);
  showMessages();
  messageList.toEnd();
  const done = () => {
    removeMessage(state, channelId, attempt.id);
    showMessages();
  };
  interactions.ask(
    { type: 'command', ...target(invocation, options) },
    {
      acknowledged: done,
      failed: (reason) => {
        putMessage(state, channelId, { ...attempt, attempt: 'failed', reason });
        showMessages();
        shell.announce(attempt.id);
      },
      modal: (modal) => {
        done();
        showModal(modal, userId);
      },
    },
  );
}

/**
 * @param {ApiObject} modal
 * @param {string} userId who pressed or typed what opened it
 */
function showModal(modal, userId) {
  const { channelId } = state;
  openModal(modal, scene, (customId, components, outcome) => {
    interactions.ask({ type: 'modal-submit', userId, channelId, customId, components }, outcome);
  });
}

/**
 * Stands in the channel for a command that was sent and has no answer yet, seen by whoever sent it.
 *
 * @param {PageState} state
 * @param {string} command its full name, such as `signal now`
 * @returns {PageMessage}
 */
export function attemptOf(state, command) {
  const user = { id: state.userId, username: nameOfUser(state, state.userId) };
  return {
    id: freshId('attempt'),
    attempt: 'sending',
    ephemeralFor: state.userId,
    author: botUser(state),
    timestamp: new Date(Date.now()).toISOString(),
    interaction: { name: command, user },
  };
}
