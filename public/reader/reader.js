/** Makes the reader's forms answer without a reload; every one of them works without this. */

const json = { 'Content-Type': 'application/json', Accept: 'application/json' };
const locale = document.documentElement.lang;
const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** Sends a request to the API; throws an object with `status` and `errors` on a refusal. */
async function call(method, path, data) {
  const response = await fetch(`/api/analysis${path}`, {
    method,
    headers: json,
    ...(data === undefined ? {} : { body: JSON.stringify({ data }) }),
  });
  const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) throw { status: response.status, errors: body.error?.details?.errors ?? [] };
  return body;
}

/** Says something in a live region, so that it is also spoken. */
function say(region, text, failed = false) {
  region.classList.toggle('failed', failed);
  region.textContent = text;
}

function setUpRating(form) {
  const section = form.closest('.rating');
  const status = section.querySelector('[data-rating-status]');
  const total = section.querySelector('[data-rating-total]');
  const withdraw = section.querySelector('[data-withdraw]');
  const path = `/articles/${form.dataset.article}/rating`;

  function show(rating) {
    const text = form.dataset.totalText
      .replace('{total}', number.format(rating.total))
      .replace('{average}', number.format(rating.average));
    total.textContent = `[${text}]`;
    for (const input of form.elements.value) {
      input.checked = Number(input.value) === rating.mine;
    }
    withdraw.hidden = rating.mine === null;
  }

  // One at a time: whoever votes first is given a cookie, and a second vote without it would be
  // another visitor's.
  let last = Promise.resolve();
  const send = (...what) => (last = last.then(() => sendNow(...what)));

  async function sendNow(method, data, done) {
    try {
      show((await call(method, path, data)).data);
      say(status, done);
    } catch (refusal) {
      say(status, form.dataset[refusal.status === 429 ? 'tooMany' : 'failed'], true);
    }
  }

  const vote = () => {
    const value = Number(new FormData(form).get('value'));
    if (value) send('PUT', { value }, form.dataset.done);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    vote();
  });
  // A pointer votes at once; arrow keys only move, and Enter or the button votes.
  form.addEventListener('click', (event) => {
    if (event.target.matches('input') && event.pointerType) vote();
  });
  withdraw.addEventListener('submit', (event) => {
    event.preventDefault();
    send('DELETE', undefined, form.dataset.withdrawn);
  });
  call('GET', path).then(
    ({ data }) => show(data),
    () => {}
  );
}

function setUpReplies(form) {
  const section = form.closest('.respond');
  const home = document.createComment('reply form');
  section.before(home);
  const to = form.querySelector('[data-reply-to]');

  /** Says whom the reply is to; a name of any script turns nothing around it. */
  const address = (author, parent) => {
    form.elements.parent.value = parent;
    const place = to.querySelector('[data-reply-name]');
    const [before, after] = place.dataset.replyText.split('{name}');
    const name = Object.assign(document.createElement('bdi'), { dir: 'auto', textContent: author });
    place.replaceChildren(...(parent === '' ? [] : [before, name, after]));
    to.hidden = parent === '';
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-reply]');
    if (link) {
      event.preventDefault();
      address(link.dataset.replyAuthor, link.dataset.reply);
      link.closest('article').after(section);
      form.elements.content.focus();
    } else if (event.target.closest('[data-reply-cancel]')) {
      event.preventDefault();
      reset();
    }
  });

  function reset() {
    address('', '');
    home.after(section);
  }
  return reset;
}

function setUpComment(form) {
  const section = form.closest('.respond');
  const status = section.querySelector('[data-comment-status]');
  const button = form.querySelector('button[type=submit]');
  const reset = setUpReplies(form);

  // Asked for when someone begins to write, so that the page itself can be kept by any cache.
  form.addEventListener(
    'focusin',
    () => {
      call('GET', '/comment-token').then(
        ({ data }) => (form.elements.formToken.value = data.token),
        () => {}
      );
    },
    { once: true }
  );

  form.addEventListener('submit', async (event) => {
    const { name, email, url, content, parent, homepage, formToken, notify } = Object.fromEntries(
      new FormData(form)
    );
    event.preventDefault();
    button.disabled = true;
    try {
      const { data, meta } = await call('POST', `/articles/${form.dataset.article}/comments`, {
        content,
        parent,
        author: { name, email, url },
        homepage,
        formToken,
        notify: notify !== undefined,
      });
      form.elements.content.value = '';
      section.querySelector('.error-summary')?.remove();
      for (const input of form.elements) input.removeAttribute('aria-invalid');
      for (const message of form.querySelectorAll('[data-error]')) message.textContent = '';
      reset();
      const done = data.status === 'approved' ? 'approved' : 'pending';
      say(status, form.dataset[meta.notify === 'confirm' ? 'confirm' : done]);
      section.scrollIntoView({ block: 'nearest' });
    } catch (refusal) {
      // The server words the faults in the reader's language: let it, with the values kept.
      if (refusal.status === 400 || refusal.status === 429) form.submit();
      else say(status, form.dataset.failed, true);
    } finally {
      button.disabled = false;
    }
  });
}

/** Whoever marks a passage and then opens the form means that passage. */
function setUpClaim(form) {
  const { quote } = form.elements;
  let marked = '';
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    const text = selection.toString().trim();
    const { parentElement } = selection.anchorNode ?? {};
    if (text && parentElement?.closest('.prose, .summary p, .post-header h1')) marked = text;
  });
  form.closest('details').addEventListener('toggle', () => {
    if (quote.value === '') quote.value = marked.slice(0, quote.maxLength);
  });
}

document.querySelectorAll('form[data-rating]').forEach(setUpRating);
document.querySelectorAll('form[data-comment]').forEach(setUpComment);
document.querySelectorAll('form[data-claim]').forEach(setUpClaim);
const summary = document.querySelector('.error-summary');
if (summary) summary.focus();
// The word about what was done is not said again on a reload.
const here = new URL(location.href);
if (here.searchParams.has('notice')) {
  here.searchParams.delete('notice');
  history.replaceState(null, '', here);
}
