/** The door between fulfilment and the process engine: steps, forms and listeners. */
package io.tradeflow.fulfilment.process;
