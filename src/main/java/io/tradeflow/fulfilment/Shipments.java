package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Shipments from plan to packed. */
@Service
public class Shipments {

    /** What a warehouse step brought: all of it, part of it (the rest is open again), or nothing (the shipment is cancelled). */
    public enum Outcome {
        COMPLETE,
        SHORT,
        NOTHING
    }

    /** Makes one shipment per warehouse out of what is allocated and not in a shipment; returns the numbers of those not yet started. May be repeated. */
    public List<String> plan(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** Numbers of shipments that are planned and not started. */
    public List<String> planned(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    public Shipment shipment(String number) {
        throw new UnsupportedOperationException();
    }

    public List<Shipment> ofOrder(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    public List<Shipment> ofDeal(String dealNumber) {
        throw new UnsupportedOperationException();
    }

    /** The pick list goes to the warehouse. May be repeated. */
    public void releasePickList(String number) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.tradeflow.kernel.Problem per line where more is picked than planned, or a line is missing */
    public void checkPick(String number, Map<Integer, BigDecimal> pickedByLine) {
        throw new UnsupportedOperationException();
    }

    public Outcome recordPick(String number, Actor by, Map<Integer, BigDecimal> pickedByLine) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.tradeflow.kernel.Problem per line where more is rejected than picked, or a reason is missing */
    public void checkInspection(String number, Map<Integer, BigDecimal> rejectedByLine, String remark) {
        throw new UnsupportedOperationException();
    }

    public Outcome recordInspection(String number, Actor by, Map<Integer, BigDecimal> rejectedByLine, String remark) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.tradeflow.kernel.Problem when packages or weight make no sense */
    public void checkPacking(String number, int packages, BigDecimal grossWeightKg) {
        throw new UnsupportedOperationException();
    }

    public void recordPacking(String number, Actor by, int packages, BigDecimal grossWeightKg, String note) {
        throw new UnsupportedOperationException();
    }

    /** Freezes and renders the packing slip. May be repeated. */
    public void issuePackingSlip(String number) {
        throw new UnsupportedOperationException();
    }

    /** The consignment has left; called by dispatch. May be repeated. */
    public void markDispatched(String number) {
        throw new UnsupportedOperationException();
    }
}
