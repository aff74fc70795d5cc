// Starts the program, says in plain words when it cannot, and keeps the page for use without a
// network. Everything else is the program's own.

const tag = document.querySelector('script[data-wasm]');
const root = document.documentElement;
const boot = document.getElementById('boot');

// Browsers inside chat programs often neither download nor print, and may drop what is stored.
if (/MicroMessenger|QQ\/|DingTalk|AliApp|Weibo|Lark|Feishu|BytedanceWebview/i.test(navigator.userAgent)) {
  document.body.append(document.querySelector('template').content);
  const advice = document.getElementById('in-app');
  advice.querySelector('button').addEventListener('click', () => advice.remove());
}

/** Shows one of the boot screen's sentences instead of the waiting. */
function say(which) {
  if (!boot) return;
  boot.dataset.state = which;
  boot.setAttribute('role', 'alert');
}

async function start() {
  if (typeof WebAssembly !== 'object' || typeof HTMLDialogElement !== 'function') return say('old');
  try {
    const { default: init } = await import(new URL(tag.dataset.js, document.baseURI));
    await init({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
  } catch (trouble) {
    // The program shows its own page when it has begun; before that there is only this one.
    say(trouble instanceof WebAssembly.CompileError ? 'old' : 'failed');
    throw trouble;
  }
}

/** An update is fetched beside the version in use and takes over only when the person says so. */
async function keepForOffline() {
  const workers = navigator.serviceWorker;
  // Only the release build writes the worker's list of files.
  if (!workers || tag.dataset.offline === undefined) return;
  let accepted = false;
  const hadOne = workers.controller !== null;
  const tell = (state) => {
    root.dataset.update = state;
    dispatchEvent(new CustomEvent('xueshi-update'));
  };
  workers.addEventListener('controllerchange', () => {
    if (accepted) location.reload();
    else if (hadOne) tell('elsewhere');
  });
  const registration = await workers.register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' });
  const look = () => { if (registration.waiting && workers.controller) tell('ready'); };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  addEventListener('xueshi-update-accepted', () => {
    accepted = true;
    if (registration.waiting) registration.waiting.postMessage('take-over');
    else location.reload();
  });
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine) registration.update().catch(() => {});
  });
}

await start();
// What is needed now comes first.
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 1000));
whenIdle(() => keepForOffline().catch((trouble) => console.warn('offline use is not available', trouble)));
