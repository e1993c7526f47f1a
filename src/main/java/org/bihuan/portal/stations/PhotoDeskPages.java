package org.bihuan.portal.stations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.Photos;
import org.bihuan.services.stations.Station;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pictures of a station, put up and taken down by its keeper. */
@Controller
@Needs({Role.HANDLER, Role.APPROVER})
class PhotoDeskPages {

  private final StationReading reading;
  private final StationDeskPages pages;
  private final Photos photos;

  PhotoDeskPages(StationReading reading, StationDeskPages pages, Photos photos) {
    this.reading = reading;
    this.pages = pages;
    this.photos = photos;
  }

  @PostMapping("/desk/stations/{station}/photos")
  ModelAndView add(
      @PathVariable String station,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) @Nullable MultipartFile photo,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    var typed = Typed.of(sent);
    return switch (add(kept, photo, typed, actor)) {
      case Outcome.Done<Photos.Photo> _ -> StationDeskPages.done(kept, later);
      case Outcome.Refused<Photos.Photo>(var errors) -> {
        var page = pages.page(kept, typed.with(errors), actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  private Outcome<Photos.Photo> add(
      Station station, @Nullable MultipartFile photo, Typed typed, Actor actor) {
    if (photo == null || photo.isEmpty()) {
      return new Outcome.Refused<>(
          List.of(new FieldError("photo", "required", new Text("请选择照片", "Choose a picture"))));
    }
    var name = Objects.requireNonNullElse(photo.getOriginalFilename(), "");
    try (var content = photo.getInputStream()) {
      return photos.add(station, new Photos.Sent(name, content), typed, actor);
    } catch (IOException e) {
      throw new UncheckedIOException("a sent picture cannot be read", e);
    }
  }

  @PostMapping("/desk/stations/{station}/photos/down")
  ModelAndView down(
      @PathVariable String station,
      @RequestParam(required = false) @Nullable UUID photo,
      Actor actor,
      RedirectAttributes later) {
    var kept = reading.kept(station, actor);
    if (photo != null && photos.takeDown(kept, photo, actor)) {
      return StationDeskPages.done(kept, later);
    }
    later.addFlashAttribute("done", new Text("照片已不在", "The picture is gone already"));
    return new ModelAndView("redirect:/desk/stations/" + kept.code());
  }
}
