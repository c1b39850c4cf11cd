/** Whoever signs out of Tasklist or Cockpit, or whose session is over, comes to our sign-in page and not to the engine's own. */
function leave() {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace('/login');
  }
}

window.addEventListener('hashchange', leave);
leave();

export default [];
