/** The door between e-way bills and the process engine: steps and the form. */
package io.tradeflow.ewaybill.process;
