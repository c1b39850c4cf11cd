package io.tradeflow.fulfilment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredShipments extends JpaRepository<StoredShipment, Long> {

    String WITH_LINES = "select distinct s from StoredShipment s join fetch s.lines ";

    /** With its lines, in one round trip. */
    @Query(WITH_LINES + "where s.number = :number")
    Optional<StoredShipment> findByNumber(String number);

    @Query(WITH_LINES + "where s.orderNumber = :orderNumber order by s.number")
    List<StoredShipment> ofOrder(String orderNumber);

    @Query(WITH_LINES + "where s.dealNumber = :dealNumber order by s.number")
    List<StoredShipment> ofDeal(String dealNumber);

    @Query("select s.number from StoredShipment s where s.orderNumber = :orderNumber"
            + " and s.status = io.tradeflow.fulfilment.Shipment$Status.PLANNED order by s.number")
    List<String> planned(String orderNumber);

    @Query(value = "select nextval('shipment_number_seq') from generate_series(1, :count)", nativeQuery = true)
    List<Long> nextSerials(int count);
}
