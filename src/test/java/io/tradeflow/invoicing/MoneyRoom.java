package io.tradeflow.invoicing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.tradeflow.MigratedDatabase;
import io.tradeflow.catalog.Products;
import io.tradeflow.credit.CreditEased;
import io.tradeflow.credit.Exposures;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.NotePrint;
import io.tradeflow.document.TaxInvoicePrint;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.StockTransfers;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.OrderRevisions;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.AccountStatements;
import io.tradeflow.payment.AppliedMoney;
import io.tradeflow.payment.BankStatements;
import io.tradeflow.payment.DebitNoteOwed;
import io.tradeflow.payment.Deductions;
import io.tradeflow.payment.EarlyDiscounts;
import io.tradeflow.payment.MoneyOnAccount;
import io.tradeflow.payment.PaymentReceived;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.Receivables;
import io.tradeflow.payment.Refunds;
import io.tradeflow.payment.StatementMails;
import io.tradeflow.payment.Vouchers;
import io.tradeflow.payment.WriteOffs;
import io.tradeflow.pricing.Prices;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.returns.Returns;
import io.tradeflow.tax.CustomsRates;
import io.tradeflow.tax.GstRates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms tax, invoicing and payment on a database of their own with all migrations; orders, shipments and parties are given by the test.
 */
public final class MoneyRoom implements AutoCloseable {

    public static final Actor.Staff FARID = new Actor.Staff("farid", "Farid Khan", Set.of("finance"));

    private final AnnotationConfigApplicationContext context;
    private final AtomicInteger serial = new AtomicInteger();
    private final Given given;

    public final TaxInvoices invoices;
    final InvoiceTermsTable terms;
    final InvoiceSchedules schedules;
    public final TaxNotes notes;
    public final ItcReversals reversals;
    public final Payments payments;
    public final Refunds refunds;
    public final AppliedMoney appliedMoney;
    public final Receivables receivables;
    public final WriteOffs writeOffs;
    public final BankStatements bank;
    public final AccountStatements accounts;
    public final StatementMails statementMails;
    public final Vouchers vouchers;
    public final Deductions deductions;
    public final EarlyDiscounts discounts;
    public final MoneyOnAccount onAccount;
    public final Exposures exposures;
    public final GstRates gstRates;
    public final CustomsRates customsRates;
    public final JdbcClient jdbc;
    public final MovableClock clock;
    public final TransactionTemplate transaction;

    /** Another instance of the rooms on the same database, knowing the same orders and shipments. */
    MoneyRoom(MoneyRoom beside) {
        this(beside.context.getBean(Home.class));
    }

    private MoneyRoom(Home home) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Home.class, () -> home);
        context.register(Program.class);
        context.refresh();
        given = home.given();
        invoices = context.getBean(TaxInvoices.class);
        terms = context.getBean(InvoiceTermsTable.class);
        schedules = context.getBean(InvoiceSchedules.class);
        notes = context.getBean(TaxNotes.class);
        reversals = context.getBean(ItcReversals.class);
        payments = context.getBean(Payments.class);
        refunds = context.getBean(Refunds.class);
        appliedMoney = context.getBean(AppliedMoney.class);
        receivables = context.getBean(Receivables.class);
        writeOffs = context.getBean(WriteOffs.class);
        bank = context.getBean(BankStatements.class);
        accounts = context.getBean(AccountStatements.class);
        statementMails = context.getBean(StatementMails.class);
        vouchers = context.getBean(Vouchers.class);
        deductions = context.getBean(Deductions.class);
        discounts = context.getBean(EarlyDiscounts.class);
        onAccount = context.getBean(MoneyOnAccount.class);
        exposures = context.getBean(Exposures.class);
        gstRates = context.getBean(GstRates.class);
        customsRates = context.getBean(CustomsRates.class);
        jdbc = context.getBean(JdbcClient.class);
        clock = context.getBean(MovableClock.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public MoneyRoom() {
        this(MigratedDatabase.url());
    }

    /** On this database, which has all migrations and nothing else. */
    public MoneyRoom(String url) {
        this(new Home(url, new Given()));
        TradingParties.branches()
                .forEach(branch -> unchecked("insert into branch values ('" + branch.code() + "', '"
                        + branch.name() + "', '" + branch.gstin() + "', 'x', null, 'x', '27', 'x', '411018', 'IN', '"
                        + branch.warehouseCode() + "', '" + branch.invoiceSeries()
                        + "', 'x', 'x', '1', 'HDFC0000001', null)"));
        for (Buyer buyer : TradingParties.buyers()) {
            String registration = buyer.taxRegistration().name();
            String gstin = buyer.gstin() == null ? "null" : "'" + buyer.gstin() + "'";
            String country = buyer.billTo().country();
            unchecked("insert into buyer values ('" + buyer.code() + "', 'x', 'x', 'MANUFACTURER', '" + registration
                    + "', " + gstin + ", 'x', null, 'x', '27', 'x', '411018', '" + country
                    + "', 'x', null, 'x', '27', 'x', '411018', '" + country + "', null, 'INR', 30, 'x', 'x', null)");
        }
    }

    /** A confirmed order without advance; 30 days of credit. */
    public SalesOrder order(String buyerCode, SalesOrder.Line... lines) {
        return order(buyerCode, "0", lines);
    }

    public SalesOrder order(String buyerCode, String advance, SalesOrder.Line... lines) {
        int next = serial.incrementAndGet();
        Buyer buyer = TradingParties.buyer(buyerCode);
        String currency = buyer.currency();
        SalesOrder order = new SalesOrder(
                "SO-2627-%06d".formatted(next),
                "INQ-2627-%06d".formatted(next),
                "QTN-2627-%06d".formatted(next),
                1,
                buyerCode,
                buyer.legalName(),
                SalesOrder.Status.CONFIRMED,
                "PO-" + next,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 1),
                currency,
                null,
                "MH",
                buyer.billTo(),
                buyer.shipTo(),
                null,
                "",
                Percentage.ZERO,
                30,
                List.of(lines),
                Money.zero(currency),
                Money.zero(currency),
                Money.zero(currency),
                Money.of(advance, currency));
        given.orders.put(order.number(), order);
        unchecked("insert into sales_order values (nextval('tradeflow_id_seq'), '" + order.number() + "', '"
                + order.dealNumber() + "', '" + order.quoteNumber() + "', 1, '" + buyerCode + "', 'x', 'CONFIRMED', '"
                + order.poNumber() + "', current_date, current_date, '" + currency
                + "', null, 'MH', '{}', '{}', null, '', 0, 30, 1, 0, 1, 0, null, 0)");
        return order;
    }

    /** From now on the order is in this state and comes to this much. */
    public void comesTo(SalesOrder order, SalesOrder.Status status, String grandTotal) {
        stands(order, status, Money.of(grandTotal, order.currency()), order.advance());
    }

    /** Whether the company has to register its invoices from now on. */
    void registers(boolean has) {
        given.registers = has;
    }

    /** From now on the branch's registration counts from this day and was certified on that. */
    public void certified(String branchCode, LocalDate effectiveFrom, LocalDate on) {
        Branch branch = TradingParties.branch(branchCode);
        given.certified.put(
                branchCode,
                new Branch(
                        branch.code(),
                        branch.name(),
                        branch.gstin(),
                        branch.address(),
                        branch.warehouseCode(),
                        branch.invoiceSeries(),
                        branch.bankAccount(),
                        new Branch.Registration(effectiveFrom, on)));
    }

    /** From now on the order and its invoices are to be paid like this. */
    public void paying(SalesOrder order, PaymentTerms payment) {
        SalesOrder now = given.orders.get(order.number());
        given.orders.put(order.number(), with(now, now.status(), now.grandTotal(), now.advance(), payment));
    }

    /** From now on this much of the order is due in advance. */
    void advanceOf(SalesOrder order, String advance) {
        stands(order, order.status(), order.grandTotal(), Money.of(advance, order.currency()));
    }

    private void stands(SalesOrder order, SalesOrder.Status status, Money grandTotal, Money advance) {
        given.orders.put(
                order.number(),
                with(
                        order,
                        status,
                        grandTotal,
                        advance,
                        given.orders.get(order.number()).payment()));
    }

    private static SalesOrder with(
            SalesOrder order, SalesOrder.Status status, Money grandTotal, Money advance, PaymentTerms payment) {
        return new SalesOrder(
                order.number(),
                order.dealNumber(),
                order.quoteNumber(),
                order.quoteRevision(),
                order.buyerCode(),
                order.buyerName(),
                status,
                order.poNumber(),
                order.poDate(),
                order.orderedOn(),
                order.currency(),
                order.segment(),
                order.branchCode(),
                order.billTo(),
                order.shipTo(),
                order.neededBy(),
                order.terms(),
                payment,
                order.lines(),
                order.netTotal(),
                order.tax(),
                grandTotal,
                advance,
                order.extras(),
                order.delivery(),
                order.revision(),
                order.taxedOn());
    }

    /** What the rooms after these are given of them. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where the rooms after these find them. */
    public ApplicationContext context() {
        return context;
    }

    /** Something an earlier room says, in a transaction of its own. */
    public void heard(Object event) {
        transaction.executeWithoutResult(status -> context.publishEvent(event));
    }

    /** Why the order cannot be cancelled, as far as invoicing minds. */
    public Optional<String> obstacle(SalesOrder order) {
        return context.getBean(InvoicedOrders.class).obstacle(order);
    }

    public static SalesOrder.Line line(int lineNo, String hsn, String quantity, String unitPrice, String currency) {
        Quantity ordered = Quantity.of(quantity, "NOS");
        Money price = Money.of(unitPrice, currency);
        return new SalesOrder.Line(
                lineNo,
                "SKU-" + lineNo,
                "Monoblock pump, 2 HP",
                hsn,
                ordered,
                BigDecimal.ZERO,
                price,
                price.times(ordered.value()).rounded(),
                new BigDecimal("18"));
    }

    public static SalesOrder.Line line(int lineNo, String hsn, String quantity, String unitPrice) {
        return line(lineNo, hsn, quantity, unitPrice, "INR");
    }

    /** A packed shipment from Pune of this quantity of each order line, in the order of the lines. */
    public String packed(SalesOrder order, String... quantities) {
        List<Shipment.Line> lines = new ArrayList<>();
        for (int index = 0; index < quantities.length; index++) {
            lines.add(batch(index + 1, index + 1, "", quantities[index]));
        }
        return shipped(order, Shipment.Status.PACKED, lines);
    }

    public static Shipment.Line batch(int lineNo, int orderLineNo, String batch, String quantity) {
        Quantity accepted = Quantity.of(quantity, "NOS");
        return new Shipment.Line(
                lineNo,
                lineNo,
                orderLineNo,
                "SKU-" + orderLineNo,
                "x",
                "8413",
                batch,
                batch.isEmpty() ? null : LocalDate.of(2027, 3, 31),
                null,
                accepted,
                accepted);
    }

    /** Packed in a warehouse of that branch. */
    String packedAt(String branchCode, SalesOrder order, String quantity) {
        return shipped(
                order, branchCode, branchCode + "-1", Shipment.Status.PACKED, List.of(batch(1, 1, "", quantity)));
    }

    /** Packed for the branch in Pune in a warehouse that is not its own. */
    public String packedInHiredWarehouse(SalesOrder order, String quantity) {
        return shipped(
                order, "MH", TradingParties.HIRED.code(), Shipment.Status.PACKED, List.of(batch(1, 1, "", quantity)));
    }

    public String shipped(SalesOrder order, Shipment.Status status, List<Shipment.Line> lines) {
        return shipped(order, "MH", "MH-1", status, lines);
    }

    private String shipped(
            SalesOrder order,
            String branchCode,
            String warehouseCode,
            Shipment.Status status,
            List<Shipment.Line> lines) {
        String number = "SHP-2627-%06d".formatted(serial.incrementAndGet());
        given.shipments.put(
                number,
                new Shipment(
                        number,
                        order.dealNumber(),
                        order.number(),
                        order.buyerCode(),
                        order.buyerName(),
                        warehouseCode,
                        branchCode,
                        status,
                        1,
                        BigDecimal.TEN,
                        null,
                        lines));
        unchecked("insert into shipment (id, version, number, deal_number, order_number, buyer_code, buyer_name,"
                + " warehouse_code, branch_code, status, planned_at) values (nextval('tradeflow_id_seq'), 0, '" + number
                + "', '" + order.dealNumber() + "', '" + order.number() + "', '" + order.buyerCode()
                + "', 'x', 'MH-1', 'MH', 'PLANNED', now())");
        return number;
    }

    String url() {
        return context.getBean(Home.class).url();
    }

    public TaxInvoicePrint printed(String invoiceNumber) {
        return (TaxInvoicePrint) given.prints.get(invoiceNumber);
    }

    /** What any document printed, by its number. */
    public Object paper(String number) {
        return given.prints.get(number);
    }

    public NotePrint printedNote(String noteNumber) {
        return (NotePrint) given.prints.get(noteNumber);
    }

    public List<NoteIssued> notesHeard() {
        return given.notes;
    }

    /** What documents were given besides after they were frozen. */
    public List<Object> partsAdded() {
        return given.parts;
    }

    public List<MailDraft> mails() {
        return given.mails;
    }

    /** What of this kind the rooms have told so far: easier credit, debit notes owed, lines of timelines. */
    public <T> List<T> told(Class<T> kind) {
        return given.told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<PaymentReceived> paymentsHeard() {
        return given.payments;
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Rows of other rooms, without what they would refer to. */
    private void unchecked(String insert) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(insert).update();
        });
    }

    @Override
    public void close() {
        context.close();
    }

    /** Where instances of the rooms meet. */
    private record Home(String url, Given given) {}

    /** What the rooms before these would know, and what these told them. */
    static final class Given {
        private final Map<String, SalesOrder> orders = new ConcurrentHashMap<>();
        private final Map<String, Shipment> shipments = new ConcurrentHashMap<>();
        private final Map<String, Object> prints = new ConcurrentHashMap<>();
        private final List<MailDraft> mails = new CopyOnWriteArrayList<>();
        private final List<PaymentReceived> payments = new CopyOnWriteArrayList<>();
        private final List<Object> told = new CopyOnWriteArrayList<>();
        private final List<NoteIssued> notes = new CopyOnWriteArrayList<>();
        private final AtomicInteger documents = new AtomicInteger();
        private final List<Object> parts = new CopyOnWriteArrayList<>();
        private final Map<String, FrozenDocument> current = new ConcurrentHashMap<>();
        private final Map<String, Branch> certified = new ConcurrentHashMap<>();
        private volatile boolean registers;

        private Branch branch(String code) {
            return certified.getOrDefault(code, TradingParties.branch(code));
        }

        private int next(String number, Object print) {
            prints.put(number, print);
            return documents.incrementAndGet();
        }

        @EventListener
        void on(NoteIssued event) {
            notes.add(event);
        }

        @EventListener({CreditEased.class, DebitNoteOwed.class, DealProgress.class})
        void on(Object event) {
            told.add(event);
        }

        @EventListener
        void on(PaymentReceived event) {
            payments.add(event);
        }
    }

    /** A clock in the company's zone that a test sets. */
    public static final class MovableClock extends Clock {

        private volatile Instant now;

        MovableClock() {
            reset();
        }

        public void reset() {
            now = Instant.parse("2026-07-15T06:00:00Z");
        }

        public void set(LocalDate day) {
            now = day.atTime(12, 0).atZone(getZone()).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Kolkata");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"io.tradeflow.tax", "io.tradeflow.credit", "io.tradeflow.invoicing", "io.tradeflow.payment"
            },
            excludeFilters =
                    @Filter(type = FilterType.REGEX, pattern = ".*\\.(process|web)\\..*|.*Test(\\$.*)?|.*MoneyRoom.*"))
    static class Program {

        @Bean(destroyMethod = "close")
        HikariDataSource pool(Home home) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(home.url());
            pool.setMaximumPoolSize(30);
            pool.setMinimumIdle(1);
            return pool;
        }

        @Bean
        JdbcClient jdbcClient(DataSource pool) {
            return JdbcClient.create(pool);
        }

        @Bean
        NamedParameterJdbcTemplate batches(DataSource pool) {
            return new NamedParameterJdbcTemplate(pool);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource pool) {
            return new JdbcTransactionManager(pool);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Given given(Home home) {
            return home.given();
        }

        @Bean
        SalesOrders salesOrders(Given given) {
            SalesOrders orders = mock(SalesOrders.class);
            when(orders.order(anyString())).thenAnswer(call -> existing(given.orders, call.getArgument(0)));
            when(orders.order(any(), anyString())).thenAnswer(call -> existing(given.orders, call.getArgument(1)));
            return orders;
        }

        @Bean
        EInvoicingDuty eInvoicingDuty(Given given) {
            return day -> given.registers;
        }

        @Bean
        Quotations quotations() {
            return mock(Quotations.class);
        }

        @Bean
        OrderRevisions orderRevisions() {
            OrderRevisions revisions = mock(OrderRevisions.class);
            when(revisions.standing(any())).thenAnswer(call -> call.getArgument(0));
            return revisions;
        }

        @Bean
        Shipments shipments(Given given) {
            Shipments shipments = mock(Shipments.class);
            when(shipments.shipment(anyString())).thenAnswer(call -> existing(given.shipments, call.getArgument(0)));
            return shipments;
        }

        @Bean
        Documents documents(Given given) {
            Documents documents = mock(Documents.class);
            when(documents.freeze(any(), anyString(), anyInt(), anyString(), anyString(), any()))
                    .thenAnswer(call -> {
                        given.prints.put(call.<String>getArgument(1), call.<Object>getArgument(5));
                        return new FrozenDocument(
                                given.documents.incrementAndGet(),
                                call.getArgument(0),
                                call.getArgument(1),
                                call.getArgument(2),
                                call.getArgument(3),
                                call.getArgument(4),
                                Instant.EPOCH);
                    });
            when(documents.freezeCurrent(any(), anyString(), anyString(), anyString(), any()))
                    .thenAnswer(call -> given.current.compute(
                            call.<String>getArgument(1),
                            (number, before) ->
                                    before != null && given.prints.get(number).equals(call.getArgument(4))
                                            ? before
                                            : new FrozenDocument(
                                                    given.next(number, call.getArgument(4)),
                                                    call.getArgument(0),
                                                    number,
                                                    before == null ? 1 : before.revision() + 1,
                                                    call.getArgument(2),
                                                    call.getArgument(3),
                                                    Instant.EPOCH)));
            when(documents.freezeWith(any(), anyString(), anyString(), any())).thenAnswer(call -> {
                given.parts.add(call.getArgument(3));
                return new FrozenDocument(
                        given.documents.incrementAndGet(),
                        call.getArgument(0),
                        call.getArgument(1),
                        2,
                        "x",
                        "x",
                        Instant.EPOCH);
            });
            return documents;
        }

        @Bean
        Stock stock() {
            Stock stock = mock(Stock.class);
            for (Branch branch : TradingParties.branches()) {
                when(stock.warehouse(branch.warehouseCode()))
                        .thenReturn(
                                new Warehouse(branch.warehouseCode(), branch.name(), branch.code(), branch.address()));
            }
            when(stock.warehouse(TradingParties.HIRED.code())).thenReturn(TradingParties.HIRED);
            return stock;
        }

        @Bean
        StockTransfers stockTransfers() {
            return mock(StockTransfers.class);
        }

        @Bean
        Returns returns() {
            return mock(Returns.class);
        }

        @Bean
        Products products() {
            return mock(Products.class);
        }

        @Bean
        Prices prices() {
            return mock(Prices.class);
        }

        @Bean
        Mails mails(Given given) {
            Mails mails = mock(Mails.class);
            doAnswer(call -> given.mails.add(call.getArgument(0))).when(mails).queue(any());
            return mails;
        }

        @Bean
        Parties parties(Given given) {
            Parties parties = mock(Parties.class);
            when(parties.seller()).thenReturn(TradingParties.seller());
            when(parties.branch(anyString())).thenAnswer(call -> given.branch(call.getArgument(0)));
            when(parties.branches()).thenAnswer(call -> TradingParties.branches().stream()
                    .map(branch -> given.branch(branch.code()))
                    .toList());
            when(parties.buyer(anyString())).thenAnswer(call -> TradingParties.buyer(call.getArgument(0)));
            when(parties.buyers()).thenReturn(TradingParties.buyers());
            when(parties.findBuyer(anyString())).thenAnswer(call -> TradingParties.buyers().stream()
                    .filter(buyer -> buyer.code().equals(call.getArgument(0)))
                    .findFirst());
            return parties;
        }

        private static <T> T existing(Map<String, T> all, String number) {
            T found = all.get(number);
            if (found == null) {
                throw Problem.notFound("order or shipment", number);
            }
            return found;
        }
    }
}
