/*
 * There is one sign-in for everything, so the web apps' own is never shown: whoever signs out here, or whose session has ended, comes to
 * the program's. A release that changes this file gives it a new number: browsers keep what they have under the old name.
 */
const leaveWhenSignedOut = () => {
  if (location.hash.startsWith('#/login')) {
    location.replace('/login');
  }
};

addEventListener('hashchange', leaveWhenSignedOut);
leaveWhenSignedOut();

export default [];
