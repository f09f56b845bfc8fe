import unittest

from tidewatch.stations import highest, merge


class StationsTest(unittest.TestCase):
    def test_merge_prefers_the_newer_level(self):
        self.assertEqual(merge({"Bergen": 90}, {"Bergen": 95}), {"Bergen": 95})

    def test_merge_wants_a_mapping(self):
        with self.assertRaises(TypeError):
            merge({}, [("Bergen", 95)])

    def test_highest_names_the_station(self):
        self.assertEqual(highest({"Bergen": 90, "Brest": 610}).station, "Brest")


if __name__ == "__main__":
    unittest.main()
