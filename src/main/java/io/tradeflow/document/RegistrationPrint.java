package io.tradeflow.document;

/**
 * What the invoice registration portal gave a document (CGST rule 46(r)): printed beside its QR code.
 *
 * @param irn invoice reference number
 * @param ackAt moment of the acknowledgement as printed
 * @param signedQrCode what the QR code says, signed by the portal
 * @param cancelledAt when the registration was cancelled, as printed; null while it stands
 */
public record RegistrationPrint(String irn, String ackNo, String ackAt, String signedQrCode, String cancelledAt) {}
