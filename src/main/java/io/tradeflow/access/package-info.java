/** Who may come in: one sign-in for staff and buyers, for pages, API and the Camunda web apps. */
package io.tradeflow.access;
