package io.tradeflow.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.MediaLibrary;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.ProductMedia;
import io.tradeflow.kernel.Actor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Images and data sheets. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Products", description = "The catalogue; buyers see what they may, without the cost")
class MediaResource {

    private final MediaLibrary library;
    private final Offerings offerings;
    private final CatalogueViewers viewers;

    MediaResource(MediaLibrary library, Offerings offerings, CatalogueViewers viewers) {
        this.library = library;
        this.offerings = offerings;
        this.viewers = viewers;
    }

    @GetMapping("/products/{sku}/media")
    @Operation(summary = "List images and data sheets of a product")
    List<MediaJson> media(Actor by, @PathVariable String sku) {
        offerings.product(viewers.of(by), sku);
        return library.of(sku).stream().map(MediaJson::of).toList();
    }

    @PostMapping(path = "/products/{sku}/media", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Add an image or data sheet",
            description =
                    "PNG, JPEG or WebP up to 2 MB, PDF up to 5 MB; the type is read from the content. Staff only.")
    ResponseEntity<MediaJson> add(
            Actor by,
            @PathVariable String sku,
            @Parameter(description = "What it shows; the SKU if left out") @RequestParam(required = false) String title,
            @RequestBody byte[] content) {
        MediaJson added = MediaJson.of(library.add(by, sku, title, content));
        return ResponseEntity.created(URI.create(added.href())).body(added);
    }

    @DeleteMapping("/products/{sku}/media/{id}")
    @Operation(summary = "Remove an image or data sheet", description = "Staff only.")
    ResponseEntity<Void> remove(Actor by, @PathVariable String sku, @PathVariable long id) {
        library.remove(by, sku, id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/media/{id}")
    @Operation(summary = "Read the content of an image or data sheet")
    ResponseEntity<byte[]> content(Actor by, @PathVariable long id) {
        ProductMedia.File file = library.file(viewers.of(by), id);
        boolean image = file.media().kind() == ProductMedia.Kind.IMAGE;
        String name = file.media().sku().replace('/', '-') + (image ? "" : ".pdf");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.media().contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + file.media().sha256() + "\"")
                // private: another user of the same machine may not be one who sees it
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(file.content());
    }
}
