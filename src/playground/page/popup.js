// @ts-check
/** Pixels between a popup and its opener, and at least from there to the window's edge. */
const GAP = 6;
const TALLEST = 320;

/**
 * Lets `popup` open over the page beside `opener`: below it, or above where there is more room.
 * Escape and a press elsewhere close it, as the browser does for every `popover`.
 *
 * @param {HTMLElement} opener
 * @param {HTMLElement} popup
 * @param {{ opened: () => void, closed: () => void }} listener
 */
export function attachPopup(opener, popup, listener) {
  popup.popover = 'auto';
  opener.setAttribute('aria-expanded', 'false');

  const place = () => {
    const box = opener.getBoundingClientRect();
    const below = window.innerHeight - box.bottom - 2 * GAP;
    const above = box.top - 2 * GAP;
    const goesUp = below < Math.min(TALLEST, popup.scrollHeight) && above > below;
    const width = Math.min(Math.max(box.width, 220), window.innerWidth - 2 * GAP);
    popup.style.setProperty('width', `${width}px`);
    popup.style.setProperty('left', `${Math.min(box.left, window.innerWidth - width - GAP)}px`);
    popup.style.setProperty('max-height', `${Math.min(TALLEST, goesUp ? above : below)}px`);
    popup.style.setProperty('top', goesUp ? 'auto' : `${box.bottom + GAP}px`);
    popup.style.setProperty('bottom', goesUp ? `${window.innerHeight - box.top + GAP}px` : 'auto');
  };

  popup.addEventListener('toggle', () => {
    const open = popup.matches(':popover-open');
    opener.setAttribute('aria-expanded', String(open));
    if (open) {
      place();
      window.addEventListener('resize', place);
      window.addEventListener('scroll', place, true);
      listener.opened();
    } else {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
      listener.closed();
    }
  });

  return {
    toggle: () => popup.togglePopover(),
    open: () => popup.showPopover(),
    close: () => popup.hidePopover(),
  };
}
