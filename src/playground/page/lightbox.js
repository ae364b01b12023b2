// @ts-check
import { byId, element, pressable } from './element.js';
import { icon } from './icons.js';

/**
 * Shows a picture as large as the window allows, with its description below.
 *
 * @param {string} address
 * @param {string} alt
 */
export function openLightbox(address, alt) {
  const dialog = byId('lightbox', HTMLDialogElement);
  const close = () => dialog.close();
  const image = element('img', { src: address, alt });
  image.addEventListener('click', () => image.classList.toggle('actual-size'));
  dialog.replaceChildren(
    element(
      'div',
      { class: 'lightbox-bar' },
      element('a', { href: address, target: '_blank', rel: 'noopener' }, 'Open in a tab'),
      pressable({ class: 'icon-button', 'aria-label': 'Close' }, close, icon('close')),
    ),
    element('div', { class: 'lightbox-picture' }, image),
    element('p', { class: 'lightbox-alt' }, alt),
  );
  dialog.onclick = (event) => {
    if (event.target instanceof HTMLElement && !event.target.closest('img, a, button, p')) {
      close();
    }
  };
  dialog.showModal();
}
