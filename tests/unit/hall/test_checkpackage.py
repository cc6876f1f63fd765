# SPDX-License-Identifier: GPL-3.0-or-later
"""Each fault a hall package can have is named by the checker, with the file or record it is in."""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "tools/hall"))
import checkpackage  # noqa: E402
import updatemanifest  # noqa: E402


class DamagedPackage(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = pathlib.Path(self.place.name) / "hall"
        shutil.copytree(ROOT / "server/data/hall", self.folder)

    def edit(self, name, change, update=True):
        path = self.folder / name
        value = json.loads(path.read_text(encoding="utf-8"))
        change(value)
        path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        if update:
            updatemanifest.update(self.folder)

    def assert_fault(self, *words, demonstration=False):
        faults = checkpackage.check(self.folder, demonstration=demonstration)
        self.assertTrue(any(all(word in fault for word in words) for fault in faults), faults[:5])

    def test_untouched_copy_is_in_order(self):
        self.assertEqual(checkpackage.check(self.folder), [])

    def test_changed_file_without_new_checksum(self):
        self.edit("queues.json", lambda queues: queues[0].update(dailyQuota=7), update=False)
        self.assert_fault("queues.json", "SHA-256")

    def test_missing_file(self):
        (self.folder / "floors.json").unlink()
        self.assert_fault("floors.json", "not there")

    def test_unlisted_file(self):
        (self.folder / "windows-old.json").write_text("[]", encoding="utf-8")
        self.assert_fault("windows-old.json", "not listed")

    def test_text_that_is_not_json(self):
        (self.folder / "areas.json").write_text("[{", encoding="utf-8")
        updatemanifest.update(self.folder)
        self.assert_fault("areas.json", "cannot be read")

    def test_path_that_leaves_the_package(self):
        self.edit("manifest.json", lambda manifest: manifest["files"][0].update(path="../hall.json"), update=False)
        self.assert_fault("manifest.json", "$.files[0].path")

    def test_unknown_member(self):
        self.edit("windows.json", lambda windows: windows[0].update(colour="blue"))
        self.assert_fault("windows.json", "$[0]", "colour")

    def test_wrong_type(self):
        self.edit("queues.json", lambda queues: queues[2].update(serviceSeconds="540"))
        self.assert_fault("queues.json", "$[2].serviceSeconds")

    def test_complete_guide_without_steps(self):
        self.edit("service-items/gongshang.json", lambda items: items[0].update(guideComplete=True, steps=[]))
        self.assert_fault("gongshang.json", "$[0].steps")

    def test_law_without_its_marks(self):
        self.edit("service-items/fagai.json",
                  lambda items: items[0].update(legalBasis=[{"law": "公司法", "article": ""}]))
        self.assert_fault("fagai.json", "legalBasis[0].law")

    def test_unknown_reference(self):
        self.edit("windows.json", lambda windows: windows[4].update(departmentId="dept-nowhere"))
        self.assert_fault("windows", "dept-nowhere")

    def test_prefix_used_twice(self):
        self.edit("queues.json", lambda queues: queues[1].update(prefix=queues[0]["prefix"]))
        self.assert_fault("queues", "prefix")

    def test_window_number_used_twice(self):
        self.edit("windows.json", lambda windows: windows[1].update(number=windows[0]["number"]))
        self.assert_fault("windows", "number 1")

    def test_item_that_no_window_serves(self):
        def forget(windows):
            first = windows[0]["itemIds"][0]
            for window in windows:
                window["itemIds"] = [one for one in window["itemIds"] if one != first]
        self.edit("windows.json", forget)
        self.assert_fault("serviceItems", "no window serves it")

    def test_item_served_away_from_its_queue(self):
        def swap(windows):
            windows[44]["itemIds"].append(windows[0]["itemIds"][0])
        self.edit("windows.json", swap)
        self.assert_fault("waits in another area")

    def test_sub_department_of_a_sub_department(self):
        def deepen(departments):
            sub = next(one for one in departments if "parentId" in one)
            departments[-1]["parentId"] = sub["id"]
        self.edit("departments.json", deepen)
        self.assert_fault("departments", "itself a sub-department")

    def test_hours_that_overlap(self):
        def stretch(queues):
            queues[0]["hours"][0]["to"] = 900
        self.edit("queues.json", stretch)
        self.assert_fault("queues", "overlap")

    def test_promise_beyond_the_legal_limit(self):
        self.edit("service-items/shuili.json", lambda items: items[0].update(promisedDays=400))
        self.assert_fault("promisedDays exceeds")

    def test_picture_that_is_not_in_the_package(self):
        self.edit("staff.json", lambda staff: staff[0].update(photo="0" * 64))
        self.assert_fault("staff", "not among the media")

    def test_reading_of_another_length(self):
        self.edit("pinyin-overrides.json", lambda entries: entries[0].update(reading="xing2"))
        self.assert_fault("pinyinOverrides", "length")

    def test_record_of_another_hall(self):
        self.edit("floors.json", lambda floors: floors[0].update(hallId="hall-other"))
        self.assert_fault("floors", "hall-other")

    def test_history_weights(self):
        self.edit("history.json", lambda history: history["queues"][0].update(weight=0.9))
        self.assert_fault("history", "add up to 1")

    def test_guide_that_sends_people_to_the_wrong_window(self):
        self.edit("service-items/gongshang.json", lambda items: items[0]["steps"].append("到44、45号窗口领取执照"))
        self.assert_fault("names window 44", demonstration=True)

    def test_step_that_takes_longer_than_the_whole(self):
        self.edit("service-items/gongshang.json", lambda items: items[0]["steps"].append("十二个工作日内领取执照"))
        self.assert_fault("promised in 1 working days", "十二个工作日内", demonstration=True)

    def test_caption_that_sends_people_to_a_kiosk(self):
        self.edit("areas.json", lambda areas: areas[1].update(caption="参保证明可在K02打印。"))
        self.assert_fault("area-b", "sends people to K02", demonstration=True)

    def test_item_without_an_english_name(self):
        self.edit("service-items/gongshang.json", lambda items: items[0].update(nameEn="公司设立"))
        self.assert_fault("nameEn is not English", demonstration=True)

    def test_department_of_the_list_left_out(self):
        def rename(departments):
            next(one for one in departments if one["name"] == "气象局")["name"] = "气象台"
        self.edit("departments.json", rename)
        self.assert_fault("气象局 is missing", demonstration=True)

    def test_history_that_the_windows_could_not_have_served(self):
        self.edit("history.json", lambda history: history.update(tickets=13000,
                                                                 callGapSeconds={"mean": 300, "spread": 0.5}))
        self.assert_fault("history", "than its windows can do", demonstration=True)


if __name__ == "__main__":
    unittest.main()
