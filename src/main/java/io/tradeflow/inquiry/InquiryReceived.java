package io.tradeflow.inquiry;

/** An inquiry has come in: the deal begins. */
public record InquiryReceived(String inquiryNumber) {}
