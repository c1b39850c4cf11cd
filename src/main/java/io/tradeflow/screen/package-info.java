/** What the pages of staff and buyers share: how values are shown, and the lines of the inquiry form. */
package io.tradeflow.screen;
