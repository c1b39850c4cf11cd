package io.tradeflow.approval;

/** What is to be approved: exactly this content of this revision and nothing else. {@code type} is for example QUOTE. */
public record ApprovalSubject(String type, String number, int revision, String contentHash) {}
