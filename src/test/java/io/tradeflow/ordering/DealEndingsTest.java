package io.tradeflow.ordering;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.inquiry.Deal;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.quotation.Quotations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/** What counts as something to cancel where everything has been delivered. */
class DealEndingsTest {

    private static final String DEAL = "INQ-2627-000001";
    private static final String ORDER = "SO-2627-000001";
    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));

    private final CancellationEffects stock = mock(CancellationEffects.class);
    private DealEndings endings;

    @BeforeEach
    @SuppressWarnings("unchecked") // a mock knows no type of its content
    void everythingIsDelivered() {
        Deal deal = mock(Deal.class);
        when(deal.stage()).thenReturn(DealStage.AWAITING_STOCK);
        Deals deals = mock(Deals.class);
        when(deals.deal(ASHA, DEAL)).thenReturn(deal);
        SalesOrder.Line line = mock(SalesOrder.Line.class);
        when(line.toDeliver()).thenReturn(new BigDecimal("4"));
        SalesOrder order = mock(SalesOrder.class);
        when(order.number()).thenReturn(ORDER);
        when(order.status()).thenReturn(SalesOrder.Status.CONFIRMED);
        when(order.lines()).thenReturn(List.of(line));
        SalesOrders orders = mock(SalesOrders.class);
        when(orders.ofDeal(DEAL)).thenReturn(Optional.of(order));
        when(orders.order(ORDER)).thenReturn(order);
        ObjectProvider<CancellationEffects> effects = mock(ObjectProvider.class);
        when(effects.orderedStream()).thenAnswer(call -> Stream.of(stock));
        endings = new DealEndings(
                deals,
                mock(LostDeals.class),
                mock(Quotations.class),
                orders,
                effects,
                mock(ApplicationEventPublisher.class));
    }

    @Test
    void aReplacementThatIsGivenUpCounts() {
        when(stock.owedAgain(any())).thenReturn(new BigDecimal("3"), BigDecimal.ZERO);

        assertThatCode(() -> endings.cancelRest(ASHA, DEAL, "They want none")).doesNotThrowAnyException();
    }

    @Test
    void aReplacementThatIsPickedAlreadyIsNotCancelled() {
        when(stock.owedAgain(any())).thenReturn(new BigDecimal("3"));

        assertThatThrownBy(() -> endings.cancelRest(ASHA, DEAL, "They want none"))
                .hasMessageContaining("Nothing of " + DEAL + " is open");
    }
}
