package io.tradeflow.returns.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.returns.CreditClaims;
import io.tradeflow.returns.GoodsReturn;
import io.tradeflow.returns.OrderLineStatuses;
import io.tradeflow.returns.ReturnPhotos;
import io.tradeflow.returns.Returns;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Returns", description = "Goods that come back; a buyer's user sees the own company's only")
class ReturnResource {

    private final Returns returns;
    private final ReturnPhotos photos;
    private final CreditClaims claims;
    private final OrderLineStatuses statuses;
    private final Shipments shipments;
    private final Deals deals;

    ReturnResource(
            Returns returns,
            ReturnPhotos photos,
            CreditClaims claims,
            OrderLineStatuses statuses,
            Shipments shipments,
            Deals deals) {
        this.returns = returns;
        this.photos = photos;
        this.claims = claims;
        this.statuses = statuses;
        this.shipments = shipments;
        this.deals = deals;
    }

    @GetMapping("/returnable")
    @Operation(summary = "List what was delivered in a deal and may still come back")
    List<ReturnJson.Left> returnable(
            Actor by, @Parameter(description = "Number of the deal") @RequestParam String deal) {
        deals.deal(by, deal);
        return returns.returnable(by, deal).stream().map(ReturnJson.Left::of).toList();
    }

    @PostMapping("/returns")
    @Operation(summary = "Ask to send goods back", description = "By the buyer, or sales or quality for the buyer.")
    ResponseEntity<ReturnJson> request(Actor by, @Valid @RequestBody ReturnJson.Request request) {
        deals.deal(by, request.dealNumber());
        GoodsReturn goods = returns.request(by, request.request());
        return ResponseEntity.created(URI.create("/api/v1/returns/" + goods.number()))
                .body(json(by, goods));
    }

    @GetMapping("/returns")
    @Operation(summary = "List the returns of a deal, oldest first")
    List<ReturnJson> ofDeal(Actor by, @RequestParam String deal) {
        deals.deal(by, deal);
        return returns.ofDeal(by, deal).stream().map(goods -> json(by, goods)).toList();
    }

    @GetMapping("/returns/{number}")
    @Operation(summary = "Read a return with its lines and what is to be credited")
    ReturnJson goodsReturn(Actor by, @PathVariable String number) {
        return json(by, returns.goodsReturn(by, number));
    }

    @PostMapping("/returns/{number}/withdrawal")
    @Operation(summary = "Keep the goods after all", description = "Until they are received.")
    ReturnJson withdraw(Actor by, @PathVariable String number) {
        return json(by, returns.withdraw(by, number));
    }

    @PostMapping(path = "/returns/{number}/photos", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Add a photograph",
            description = "PNG, JPEG or WebP up to 4 MB, at most 6; the type is read from the content.")
    ReturnJson addPhoto(Actor by, @PathVariable String number, @RequestBody byte[] content) {
        photos.add(by, number, content);
        return json(by, returns.goodsReturn(by, number));
    }

    @GetMapping("/returns/{number}/photos/{id}")
    @Operation(summary = "Read a photograph")
    ResponseEntity<byte[]> photo(Actor by, @PathVariable String number, @PathVariable long id) {
        ReturnPhotos.Photo photo = photos.photo(by, number, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.contentType()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(photo.content());
    }

    @GetMapping("/orders/{number}/line-statuses")
    @Operation(summary = "Read how far each line is: ordered, dispatched, returned, open, invoiced, credited")
    List<ReturnJson.Status> statuses(Actor by, @PathVariable String number) {
        return statuses.of(by, number).stream().map(ReturnJson.Status::of).toList();
    }

    private ReturnJson json(Actor by, GoodsReturn goods) {
        String shippedFrom =
                shipments.shipment(goods.lines().get(0).shipmentNumber()).warehouseCode();
        return ReturnJson.of(goods, shippedFrom, photos.ids(by, goods.number()), claims.ofReturn(goods.number()), by);
    }
}
