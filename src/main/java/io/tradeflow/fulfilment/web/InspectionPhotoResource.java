package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.InspectionPhoto;
import io.tradeflow.fulfilment.InspectionPhotos;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Photographs of an inspection; staff only. */
@RestController
@RequestMapping("/api/v1/shipments/{number}")
@Tag(name = "Shipments", description = "Goods on their way to the buyer; a buyer's user sees the own company's only")
class InspectionPhotoResource {

    private final InspectionPhotos photos;
    private final Shipments shipments;

    InspectionPhotoResource(InspectionPhotos photos, Shipments shipments) {
        this.photos = photos;
        this.shipments = shipments;
    }

    @GetMapping("/inspection-photos")
    @Operation(summary = "List the photographs of an inspection; staff only")
    List<InspectionPhoto> photos(Actor.Staff by, @PathVariable String number) {
        return photos.of(shipments.shipment(by, number).number());
    }

    @PostMapping(path = "/inspection-sheet/lines/{line}/photos", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a photograph to a line that waits for inspection",
            description = "JPEG or PNG up to 5 MB, at most 8 of a line; the type is read from the content.")
    InspectionPhoto add(
            Actor.Staff by, @PathVariable String number, @PathVariable int line, @RequestBody byte[] content) {
        return photos.add(by, shipments.shipment(by, number).number(), line, content);
    }

    @GetMapping("/inspection-photos/{id}")
    @Operation(summary = "Read a photograph of an inspection; staff only")
    ResponseEntity<byte[]> photo(Actor.Staff by, @PathVariable String number, @PathVariable long id) {
        InspectionPhoto.File file = photos.file(shipments.shipment(by, number).number(), id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.photo().contentType()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(file.content());
    }
}
