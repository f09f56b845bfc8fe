#include "policy/guard/idiom.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string meant(std::string_view words) { return meaning_of(words, rust); }

TEST(Idiom, TakesWhatClippyTurnsIntoEachOtherForTheSame) {
  for (const auto& [one, other] : {
           std::pair{"assert!(a.len()==0)", "assert!(a.is_empty())"},
           {"assert!(a.b(1).len()>0,\"why\")", "assert!(!a.b(1).is_empty(),\"why\")"},
           {"assert!(1<=a.len()||b)", "assert!(1<=a.len()||b)"},
           {"assert_eq!(is(&&a),true)", "assert!(is(&a))"},
           {"assert_eq!(true,is(a))", "assert!(is(a))"},
           {"assert_ne!(a==b,true)", "assert_eq!(a==b,false)"},
           {"assert_eq!(a.is_empty(),false)", "assert!(!a.is_empty())"},
           {"assert!(a==None)", "assert!(a.is_none())"},
           {"assert!(matches!(a,Ok(_)))", "assert!(a.is_ok())"},
           {"assert!(!matches!(a,Some(_)))", "assert!(a.is_none())"},
           {"assert!(a!=\"\"&&b.len()>=1)", "assert!(!a.is_empty()&&!b.is_empty())"},
           {"assert_eq!(a.get(0),Some(&3))", "assert_eq!(a.first(),Some(&3))"},
           {"assert!(a.iter().all(|x|is(x)))", "assert!(a.iter().all(is))"},
           {"assert!(a.chars().next()==Some(\"#\"))", "assert!(a.starts_with(\"#\"))"},
       })
    EXPECT_EQ(meant(one), meant(other));
}

TEST(Idiom, LeavesDifferentWhatIsNotTheSameForEveryValue) {
  for (const auto& [one, other] : {
           std::pair{"assert!(a.len()==0)", "assert!(!a.is_empty())"},
           {"assert!(a.len()==1)", "assert!(!a.is_empty())"},
           {"assert!(a.len()==0)", "assert!(b.is_empty())"},
           {"assert_eq!(a,b)", "assert!(a)"},
           {"assert_eq!(a,false)", "assert!(a)"},
           {"assert_eq!(a,Some(true))", "assert!(a)"},
           {"assert!(a.is_some())", "assert!(a.is_ok())"},
           {"assert!(a.iter().all(|x|is(y)))", "assert!(a.iter().all(is))"},
           {"assert!(!a==b)", "assert!(a!=b)"},
           {"assert!(\"a&&b\"==\"\")", "assert!(\"a\"==\"\"&&b)"},
           {"assert!(v.collect::<HashMap<_,_>>().has(\"1\"))", "assert!(v.collect::<HashMap<_,_>>().has(b))"},
           {"assert_eq!(is::<A,true>(a),b)", "assert_eq!(is::<A,false>(a),b)"},
           {"assert!(a,\"1\")", "assert!(a,\"1\",b)"},
           {"assert_eq!(a.clone(),b)", "assert_eq!(a,b)"},
           {"assert!(!(a||b))", "assert!(!a||b)"},
           {"assert!(!(a==b))", "assert!(!a==b)"},
           {"assert!((a||b)&&c)", "assert!(a||b&&c)"},
           {"assert!(!a.len()>0)", "assert!(a.is_empty())"},
           {"assert!(!a.len()>0)", "assert!(!a.is_empty())"},
           {"assert!(matches!(a,b)||matches!(c,Some(_)))", "assert!(!(matches!(a,b)||matches!(c,None)))"},
           {"assert!(ptr::eq(&a,&b))", "assert!(ptr::eq(a,b))"},
       })
    EXPECT_NE(meant(one), meant(other)) << one;
}

TEST(Idiom, ComesToAnEnd) {
  const std::string many(1'000'000, '!');
  EXPECT_EQ(meant("assert!(" + many + "a)"), "assert!(" + many + "a)");
  const std::string some(700, '!');
  EXPECT_NE(meant("assert!(" + some + "a)"), meant("assert!(" + some + "!a)"));
}

TEST(Idiom, LeavesOtherLanguagesTheirWords) { EXPECT_EQ(meaning_of("assert len(a)==0", python), "assert len(a)==0"); }

}  // namespace
}  // namespace regreen
