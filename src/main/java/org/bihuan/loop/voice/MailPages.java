package org.bihuan.loop.voice;

import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.letters.Letters;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leaving an address to be written to as well. */
@Controller
@Open(reason = "only for the session that has shown code and phone")
class MailPages {

  private static final Text KEPT = new Text("邮箱设置已保存", "Your choice about e-mail was kept");
  private static final Text NO_ADDRESS =
      new Text("这不是有效的邮箱地址，未作改动", "This is no e-mail address; nothing was changed");

  private final Voice voice;
  private final Letters letters;

  MailPages(Voice voice, Letters letters) {
    this.voice = voice;
    this.letters = letters;
  }

  @PostMapping("/track/{code}/mail")
  String leave(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String mail,
      HttpServletRequest request,
      RedirectAttributes later) {
    var file =
        CaseCode.parse(code)
            .filter(c -> Shown.allows(request.getSession(false), c.value()))
            .flatMap(voice::track)
            .map(Voice.Tracked::file);
    if (file.isEmpty()) {
      return "redirect:/track";
    }
    boolean kept = letters.alsoTo(applicant(file.get()), mail.strip());
    later.addFlashAttribute(kept ? "kept" : "refusal", kept ? KEPT : NO_ADDRESS);
    return "redirect:/track/" + file.get().identity().code().value();
  }

  private static java.util.UUID applicant(CaseView file) {
    return file.subject().applicant();
  }
}
