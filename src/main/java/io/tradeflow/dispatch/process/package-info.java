/** The door between dispatch and the process engine: steps and the form. */
package io.tradeflow.dispatch.process;
