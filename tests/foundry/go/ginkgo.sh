# expect: test_failure ginkgo.failed
# needs: go
export GO111MODULE=off GOPATH=/usr/share/gocode:/tmp/foundry/app
mkdir -p src/planner; cd src/planner
printf 'package planner\n\nimport (\n\t"testing"\n\n\t"github.com/onsi/ginkgo"\n\t. "github.com/onsi/gomega"\n)\n\nvar _ = ginkgo.Describe("Route", func() {\n\tginkgo.It("takes two hops", func() { Expect(2).To(Equal(3)) })\n})\n\nfunc TestAll(t *testing.T) {\n\tRegisterFailHandler(ginkgo.Fail)\n\tginkgo.RunSpecs(t, "Routes")\n}\n' > road_test.go
go test -ginkgo.noColor . || go test .
