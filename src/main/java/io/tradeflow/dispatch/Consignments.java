package io.tradeflow.dispatch;

import io.tradeflow.kernel.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Hands shipments over to carriers. */
@Service
public class Consignments {

    /** @throws io.tradeflow.kernel.Problem per field */
    public void checkHandOver(String shipmentNumber, HandOver handOver) {
        throw new UnsupportedOperationException();
    }

    /** Keeps who takes the shipment and how; the goods have not left the books yet. May be repeated. */
    public void recordHandOver(String shipmentNumber, Actor by, HandOver handOver) {
        throw new UnsupportedOperationException();
    }

    /** The goods leave: stock goes down, the buyer is told by mail. May be repeated. */
    public void dispatch(String shipmentNumber) {
        throw new UnsupportedOperationException();
    }

    public Optional<Consignment> ofShipment(String shipmentNumber) {
        throw new UnsupportedOperationException();
    }

    public List<Consignment> ofDeal(String dealNumber) {
        throw new UnsupportedOperationException();
    }
}
