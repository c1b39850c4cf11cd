package io.tradeflow.inventory;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.zaxxer.hikari.HikariDataSource;
import io.tradeflow.MigratedDatabase;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.catalog.Products;
import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.PackingSlipPrint;
import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.fulfilment.ShipmentWithdrawn;
import io.tradeflow.fulfilment.Shortfalls;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.invoicing.BilledSupplies;
import io.tradeflow.invoicing.NoteDrafts;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.Delivery;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.OrderSubstitutions;
import io.tradeflow.ordering.PartDeliveries;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.ShippingPolicy;
import io.tradeflow.returns.Remedy;
import io.tradeflow.returns.ReturnKind;
import io.tradeflow.returns.ReturnRule;
import io.tradeflow.returns.ReturnRules;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms inventory, fulfilment, dispatch and returns on a database of their own with all migrations. Orders and products are given by the test, the
 * other rooms are replaced.
 */
public final class StockRoom implements AutoCloseable {

    private static final String DATABASE = "database.of.another";
    public static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    public static final Actor.Staff RAVI = new Actor.Staff("ravi", "Ravi Shinde", Set.of("warehouse"));
    public static final String BUYER = "SAHYADRI";
    private static final Address PUNE = new Address("Plot 7", null, "Pune", "27", "Maharashtra", "411018", "IN");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final AtomicInteger serial = new AtomicInteger();
    private final Heard heard;

    public final Allocations allocations;
    public final Stock stock;
    final StockHolds holds;
    final JdbcClient jdbc;
    public final TransactionTemplate transaction;

    /** A second instance of the rooms on the database of the first; it knows the orders of the first. */
    StockRoom(StockRoom first) {
        this(first.bean(Server.class).url());
        bean(Orders.class).first = first.bean(Orders.class);
    }

    /** On the database at this URL; on one of its own where it is empty. */
    StockRoom(String databaseOfAnother) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("room", Map.of(DATABASE, databaseOfAnother)));
        context.register(Program.class);
        context.refresh();
        heard = context.getBean(Heard.class);
        allocations = context.getBean(Allocations.class);
        stock = context.getBean(Stock.class);
        holds = context.getBean(StockHolds.class);
        jdbc = context.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public StockRoom() {
        this("");
        furnish();
    }

    /** A buyer, two branches and their warehouses. */
    void furnish() {
        unchecked("insert into buyer values ('" + BUYER + "', 'x', 'x', 'WHOLESALER', 'REGULAR', '27BBBBB0000B1Z5',"
                + " 'x', null, 'x', '27', 'x', '411018', 'IN', 'x', null, 'x', '27', 'x', '411018', 'IN', null, 'INR',"
                + " 30, 'x', 'x', null)");
        for (String code : List.of("MH", "TN")) {
            unchecked("insert into branch values ('" + code + "', '" + code + "', '27AAAAA000" + code.charAt(0)
                    + "A1Z5', 'x', null, 'x', '27', 'x', '411018', 'IN', '" + code + "-1', '" + code
                    + "', 'x', 'x', '1', 'HDFC0000001', null)");
            stock.saveWarehouse(new Warehouse(code + "-1", code, code, PUNE));
        }
    }

    /** A new product of which nothing is there yet. */
    public String product() {
        String sku = "SKU-" + serial.incrementAndGet();
        unchecked("insert into product values ('" + sku
                + "', 'Turmeric', 'Spices', null, '0910', 'KGS', 1, 1, true, 1, 'INR')");
        return sku;
    }

    public void receive(String warehouse, String sku, String batch, LocalDate expiresOn, String quantity) {
        receive("GRN-" + serial.incrementAndGet(), warehouse, sku, batch, expiresOn, quantity);
    }

    void receive(String reference, String warehouse, String sku, String batch, LocalDate expiresOn, String quantity) {
        stock.receive(
                RAVI,
                new StockReceipt(
                        reference,
                        warehouse,
                        List.of(new StockReceipt.Line(sku, batch, null, expiresOn, "A-01", new BigDecimal(quantity)))));
    }

    /** A confirmed order of one line per SKU and quantity, in the order given: sku, quantity, sku, quantity … */
    public String order(String... skusAndQuantities) {
        String number = "SO-2627-%06d".formatted(serial.incrementAndGet());
        List<SalesOrder.Line> lines = new ArrayList<>();
        for (int at = 0; at < skusAndQuantities.length; at += 2) {
            lines.add(new SalesOrder.Line(
                    at / 2 + 1,
                    skusAndQuantities[at],
                    "Turmeric",
                    "0910",
                    Quantity.of(skusAndQuantities[at + 1], "KGS"),
                    BigDecimal.ZERO,
                    Money.of("100", "INR"),
                    Money.of("100", "INR"),
                    new BigDecimal("5")));
        }
        String deal = number.replace("SO", "INQ");
        unchecked(
                "insert into deal values ('" + deal + "', 'B', 'B', 'ORDERED', null, null, null, null, now(), now())");
        unchecked("insert into sales_order values (nextval('tradeflow_id_seq'), '" + number + "', '" + deal + "', 'Q-"
                + number + "', 1, 'B', 'B', 'CONFIRMED', '" + number
                + "', current_date, current_date, 'INR', null, 'MH', '{}', '{}', null, '', 0, 0, 1, 0, 1, 0, null, 0)");
        Money some = Money.of("100", "INR");
        context.getBean(Orders.class)
                .byNumber
                .put(
                        number,
                        new SalesOrder(
                                number,
                                deal,
                                "Q-" + number,
                                1,
                                BUYER,
                                "Sahyadri Agro",
                                SalesOrder.Status.CONFIRMED,
                                "PO-1",
                                TODAY,
                                TODAY,
                                "INR",
                                null,
                                "MH",
                                PUNE,
                                PUNE,
                                null,
                                "",
                                Percentage.ZERO,
                                0,
                                lines,
                                some,
                                some,
                                some,
                                some));
        return number;
    }

    /** The order's buyer takes everything at once or not yet. */
    void wantsAllAtOnce(String orderNumber) {
        change(orderNumber, new Delivery(ShippingPolicy.COMPLETE, null, null), List.of());
    }

    /** This line of the order is not delivered any more. */
    void giveUp(String orderNumber, int lineNo) {
        change(orderNumber, Delivery.PLAIN, List.of(lineNo));
    }

    private void change(String orderNumber, Delivery delivery, List<Integer> withoutLines) {
        Orders orders = context.getBean(Orders.class);
        SalesOrder order = orders.byNumber.get(orderNumber);
        orders.byNumber.put(
                orderNumber,
                new SalesOrder(
                        order.number(),
                        order.dealNumber(),
                        order.quoteNumber(),
                        order.quoteRevision(),
                        order.buyerCode(),
                        order.buyerName(),
                        order.status(),
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
                        order.payment(),
                        order.lines().stream()
                                .filter(line -> !withoutLines.contains(line.lineNo()))
                                .toList(),
                        order.netTotal(),
                        order.tax(),
                        order.grandTotal(),
                        order.advance(),
                        order.extras(),
                        delivery,
                        order.revision(),
                        order.taxedOn()));
    }

    public void cancel(OrderCancelled event) {
        context.publishEvent(event);
    }

    public BigDecimal sum(String column, String sku) {
        return jdbc.sql("select coalesce(sum(" + column + "), 0) from stock_balance where sku = :sku")
                .param("sku", sku)
                .query(BigDecimal.class)
                .single();
    }

    List<Collection<String>> arrivals() {
        return heard.arrivals;
    }

    /** What the deal's timeline would say, oldest first. */
    public List<DealProgress> progress(String deal) {
        return heard.progress.stream()
                .filter(event -> event.dealNumber().equals(deal))
                .toList();
    }

    public List<MailDraft> mails(String deal) {
        return heard.mails.stream()
                .filter(mail -> mail.dealNumber().equals(deal))
                .toList();
    }

    public PackingSlipPrint slip(String shipmentNumber) {
        return heard.slips.stream()
                .filter(slip -> slip.number().equals(shipmentNumber))
                .findFirst()
                .orElseThrow();
    }

    /** A bean of the rooms. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many statements the action sends to the database. */
    public static long statements(Runnable action) {
        QueryCountHolder.clear();
        action.run();
        return QueryCountHolder.getGrandTotal().getTotal();
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

    static final class Orders {
        private final Map<String, SalesOrder> byNumber = new ConcurrentHashMap<>();
        private Orders first;

        private SalesOrder order(String number) {
            return first == null ? byNumber.get(number) : first.order(number);
        }

        private Optional<SalesOrder> ofDeal(String dealNumber) {
            return Optional.ofNullable(order(dealNumber.replace("INQ", "SO")));
        }
    }

    /** The database, a room's own or that of another room. */
    record Server(String url, boolean ofAnother) {}

    static final class Heard {
        private final List<Collection<String>> arrivals = new CopyOnWriteArrayList<>();
        private final List<DealProgress> progress = new CopyOnWriteArrayList<>();
        private final List<MailDraft> mails = new CopyOnWriteArrayList<>();
        private final List<PackingSlipPrint> slips = new CopyOnWriteArrayList<>();

        @EventListener
        void on(StockArrived event) {
            arrivals.add(event.skus());
        }

        @EventListener
        void on(DealProgress event) {
            progress.add(event);
        }
    }

    /** Does what the process of a shipment does that is withdrawn. */
    record EndedShipments(ObjectProvider<Shortfalls> shortfalls) {

        @EventListener
        void on(ShipmentWithdrawn event) {
            shortfalls.getObject().giveBack(event.shipmentNumber(), Actor.PROGRAM, null);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @EnableJpaRepositories("io.tradeflow.fulfilment")
    @ComponentScan(
            basePackages = {
                "io.tradeflow.credit",
                "io.tradeflow.inventory",
                "io.tradeflow.fulfilment",
                "io.tradeflow.dispatch",
                "io.tradeflow.returns"
            },
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.process\\.|\\.web\\.|Test).*"))
    @ComponentScan(
            basePackages = "io.tradeflow.returns.process",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.StartReturn"))
    @Import({Orders.class, Heard.class, EndedShipments.class})
    static class Program {

        @Bean
        Server server(@Value("${database.of.another}") String ofAnother) {
            return ofAnother.isEmpty() ? new Server(MigratedDatabase.url(), false) : new Server(ofAnother, true);
        }

        @Bean(destroyMethod = "close")
        HikariDataSource pool(Server server) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(server.url());
            pool.setMaximumPoolSize(45);
            pool.setMinimumIdle(1);
            return pool;
        }

        @Bean
        @Primary
        DataSource counted(HikariDataSource pool, Server server) {
            // a room on another's database is measured by the clock: counting takes time
            return server.ofAnother()
                    ? pool
                    : ProxyDataSourceBuilder.create(pool).countQuery().build();
        }

        @Bean
        JdbcClient jdbcClient(DataSource counted) {
            return JdbcClient.create(counted);
        }

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource counted) {
            LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(counted);
            factory.setPackagesToScan("io.tradeflow.fulfilment");
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            factory.setJpaPropertyMap(Map.of(
                    "hibernate.physical_naming_strategy",
                    CamelCaseToUnderscoresNamingStrategy.class.getName(),
                    "hibernate.jdbc.time_zone",
                    "UTC"));
            return factory;
        }

        @Bean
        PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-07-15T06:00:00Z"), ZoneId.of("Asia/Kolkata"));
        }

        @Bean
        SalesOrders salesOrders(Orders orders) {
            SalesOrders sales = mock(SalesOrders.class, withSettings().stubOnly());
            when(sales.order(anyString())).thenAnswer(call -> orders.order(call.getArgument(0)));
            when(sales.order(any(Actor.class), anyString())).thenAnswer(call -> orders.order(call.getArgument(1)));
            when(sales.ofDeal(anyString())).thenAnswer(call -> orders.ofDeal(call.getArgument(0)));
            return sales;
        }

        @Bean
        Quotations quotations() {
            return mock(Quotations.class);
        }

        /** No order is held. */
        @Bean
        OrderHolds orderHolds() {
            return mock(OrderHolds.class);
        }

        @Bean
        Deals deals() {
            return mock(Deals.class);
        }

        @Bean
        Inquiries inquiries() {
            return mock(Inquiries.class);
        }

        /** Nobody listens to processes here; the test does what they would. */
        @Bean
        ProcessMessages processMessages() {
            return mock(ProcessMessages.class);
        }

        @Bean
        TaxInvoices taxInvoices() {
            return mock(TaxInvoices.class);
        }

        @Bean
        BilledSupplies billedSupplies() {
            return mock(BilledSupplies.class);
        }

        @Bean
        TaxNotes taxNotes() {
            return mock(TaxNotes.class);
        }

        @Bean
        NoteDrafts noteDrafts() {
            return mock(NoteDrafts.class);
        }

        /** As in the table: what is lost cannot come back, and a remedy is either goods or money. */
        @Bean
        ReturnRules returnRules() {
            return (kind, remedy) -> Optional.of(new ReturnRule(
                    kind != ReturnKind.LOST_IN_TRANSIT && kind != ReturnKind.NOT_REPLACED,
                    remedy == Remedy.REPLACEMENT,
                    remedy == Remedy.CREDIT,
                    30,
                    "quality",
                    "P2D",
                    "P3D",
                    "P14D"));
        }

        /** All warehouses suit alike. */
        @Bean
        WarehouseSuits suits() {
            return (order, warehouses) -> warehouses.stream()
                    .map(facts ->
                            new WarehouseSuit(facts.warehouseCode(), true, BigDecimal.ZERO, facts.km(), "All alike"))
                    .toList();
        }

        @Bean
        Products products() {
            Products products = mock(Products.class);
            when(products.bySku(anyCollection())).thenAnswer(call -> call.<Collection<String>>getArgument(0).stream()
                    .filter(sku -> sku.startsWith("SKU-"))
                    .collect(Collectors.toMap(Function.identity(), Program::product)));
            return products;
        }

        @Bean
        Parties parties() {
            Parties parties = mock(Parties.class);
            when(parties.seller())
                    .thenReturn(new SellingCompany(
                            "Konkan Spices Pvt Ltd",
                            "Konkan Spices",
                            "AAAAA0000A",
                            null,
                            null,
                            "INR",
                            "x@example.com",
                            null,
                            null,
                            null));
            when(parties.branch(anyString()))
                    .thenAnswer(call -> new Branch(
                            call.getArgument(0),
                            "Pune",
                            "27AAAAA0000A1Z5",
                            PUNE,
                            call.getArgument(0) + "-1",
                            "MH",
                            null));
            when(parties.buyer(BUYER))
                    .thenReturn(new Buyer(
                            BUYER,
                            "Sahyadri Agro Pvt Ltd",
                            "Sahyadri Agro",
                            null,
                            null,
                            "27BBBBB0000B1Z5",
                            PUNE,
                            PUNE,
                            null,
                            "INR",
                            30,
                            "Priya",
                            "priya@sahyadri-agro.example",
                            null));
            return parties;
        }

        @Bean
        PartDeliveries partDeliveries() {
            return mock(PartDeliveries.class);
        }

        @Bean
        OrderSubstitutions orderSubstitutions() {
            return mock(OrderSubstitutions.class);
        }

        @Bean
        BuyerPeople buyerPeople() {
            return mock(BuyerPeople.class);
        }

        @Bean
        Mails mails(Heard heard) {
            Mails mails = mock(Mails.class);
            doAnswer(call -> heard.mails.add(call.getArgument(0))).when(mails).queue(any());
            return mails;
        }

        @Bean
        Documents documents(Heard heard) {
            Documents documents = mock(Documents.class);
            when(documents.freeze(any(), anyString(), anyInt(), anyString(), anyString(), any()))
                    .thenAnswer(call -> {
                        heard.slips.add(call.getArgument(5));
                        return new FrozenDocument(1, DocumentKind.PACKING_SLIP, "", 1, "", BUYER, Instant.EPOCH);
                    });
            return documents;
        }

        private static Product product(String sku) {
            BigDecimal one = BigDecimal.ONE;
            return new Product(
                    sku,
                    "Turmeric",
                    "Spices",
                    null,
                    null,
                    "0910",
                    "KGS",
                    one,
                    one,
                    true,
                    Money.of("1", "INR"),
                    ProductStatus.ACTIVE,
                    null);
        }
    }
}
