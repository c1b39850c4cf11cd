package io.tradeflow.returns.process;

import io.tradeflow.dispatch.ConsignmentLost;
import io.tradeflow.dispatch.ConsignmentRefused;
import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.returns.GoodsOwedAgain;
import io.tradeflow.returns.GoodsReturn;
import io.tradeflow.returns.ReturnBegun;
import io.tradeflow.returns.ReturnKind;
import io.tradeflow.returns.ReturnRule;
import io.tradeflow.returns.ReturnWithdrawn;
import io.tradeflow.returns.Returns;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the processes of returns and replacements in the transaction that makes them necessary, and tells them what happens. */
@Component
class StartReturn {

    private static final String RETURN = "return";
    private static final String REPLACEMENT = "replacement";
    private static final String RETURN_WITHDRAWN = "ReturnWithdrawn";
    private static final String NUMBER = "returnNumber";
    private static final String LOOK_AGAIN_IN = "PT1H";

    private final ProcessMessages messages;
    private final Returns returns;
    private final SalesOrders orders;

    StartReturn(ProcessMessages messages, Returns returns, SalesOrders orders) {
        this.messages = messages;
        this.returns = returns;
        this.orders = orders;
    }

    @EventListener
    void on(ReturnBegun event) {
        GoodsReturn goods = returns.goodsReturn(event.returnNumber());
        ReturnRule rule = returns.rule(goods);
        Map<String, Object> facts = new HashMap<>();
        facts.put(NUMBER, goods.number());
        facts.put("orderNumber", goods.orderNumber());
        facts.put("buyerName", goods.buyerName());
        facts.put("byBuyer", goods.kind().isAsked());
        if (goods.kind() == ReturnKind.NOT_REPLACED) {
            facts.put("replacementGivenUp", true);
        }
        facts.put("approverGroup", goods.approverGroup());
        facts.put("goodsComeBack", goods.goodsComeBack());
        facts.put("reopensFulfilment", goods.reopensFulfilment());
        facts.put("reopensBilling", goods.reopensBilling());
        facts.put("approveWithin", rule.approveWithin());
        facts.put("remindIn", rule.remindIn());
        facts.put("arriveWithin", rule.arriveWithin());
        messages.start(RETURN, event.dealNumber(), facts);
    }

    @EventListener
    void on(ReturnWithdrawn event) {
        messages.tell(event.dealNumber(), RETURN_WITHDRAWN, NUMBER, event.returnNumber());
    }

    @EventListener
    void on(GoodsOwedAgain event) {
        SalesOrder order = orders.order(event.orderNumber());
        Map<String, Object> facts = new HashMap<>();
        facts.put(NUMBER, event.returnNumber());
        facts.put("orderNumber", order.number());
        facts.put("buyerName", order.buyerName());
        facts.put("segment", order.segment());
        facts.put("shipToState", order.shipTo().stateCode());
        facts.put("orderValue", order.grandTotal().amount().doubleValue());
        facts.put("lookAgainIn", LOOK_AGAIN_IN);
        messages.start(REPLACEMENT, event.dealNumber(), facts);
    }

    @EventListener
    void on(ConsignmentRefused event) {
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        event.lines().forEach(line -> quantities.merge(line.shipmentLineNo(), line.quantity(), BigDecimal::add));
        returns.reported(event.shipmentNumber(), ReturnKind.REFUSED_DELIVERY, event.reason(), quantities);
    }

    @EventListener
    void on(ConsignmentLost event) {
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        event.lines().forEach(line -> quantities.merge(line.shipmentLineNo(), line.quantity(), BigDecimal::add));
        returns.reported(event.shipmentNumber(), ReturnKind.LOST_IN_TRANSIT, event.reason(), quantities);
    }
}
